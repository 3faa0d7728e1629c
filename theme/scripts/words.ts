/** The texts that a page gives its scripts, in its language, with the plural forms of that language. */

import { numberFormat } from "./numbers.ts";
import { once } from "./once.ts";

type Forms = Partial<Record<Intl.LDMLPluralRule, string>>;
export type Texts = Readonly<Record<string, string | Forms>>;
type Values = Readonly<Record<string, string>>;

export class Words {
  readonly language: string;
  private readonly texts: Texts;
  private readonly rules = once(() => new Intl.PluralRules(this.language));
  /** Puts a number into writing. */
  readonly number: (number: number) => string;
  /** The same for where there is little room: `2.4K`. */
  readonly shortNumber: (number: number) => string;

  constructor(language: string, texts: Texts) {
    this.language = language;
    this.texts = texts;
    this.number = numberFormat(language);
    this.shortNumber = numberFormat(language, { notation: "compact" });
  }

  /** A text with values in the places that have their names; a missing one says its name, so that it is seen. */
  say(name: string, values: Values = {}): string {
    const text = this.texts[name];
    return typeof text === "string" ? fill(text, values) : name;
  }

  /** A text in the form that a number asks for. */
  count(name: string, number: number, values: Values = {}): string {
    const forms = this.texts[name];
    if (forms === undefined || typeof forms === "string") return name;
    const form = forms[this.rules().select(number)] ?? forms.other ?? name;
    return fill(form, { n: this.number(number), ...values });
  }

  /** Texts that belong together, by their names. */
  group(name: string): Readonly<Record<string, string>> {
    const texts = this.texts[name];
    return typeof texts === "object" ? texts : {};
  }
}

function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}

/** The words beside an instrument, or those of its page. */
export function wordsOf(instrument: Element): Words {
  const words = "template.tl-words";
  const found =
    instrument.querySelector<HTMLTemplateElement>(words) ?? document.querySelector<HTMLTemplateElement>(words);
  const texts: Texts = JSON.parse(found?.content.textContent || "{}");
  return new Words(document.documentElement.lang || "en", texts);
}
