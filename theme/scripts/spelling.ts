/** Words as a search finds them. `formats/spellings.py` does the same to what is searched, and one table of cases holds both. */

const ALIKE: Readonly<Record<string, string>> = {
  ...Object.fromEntries([..."'’‘ʼʻʹ`´ʿʾ׳״ـ"].map((sign) => [sign, ""])),
  ...{ ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", ħ: "h", ı: "i", þ: "th", ς: "σ" },
  ...{ ى: "ي", ی: "ي", ې: "ي", ک: "ك", ہ: "ه", ە: "ه", ة: "ه", ٱ: "ا" },
};
const WORD = /[\p{L}\p{N}]+/gu;
/** Scripts that put no space between words: each letter is looked for as a word. */
const WITHOUT_SPACES = /[぀-ヿ㐀-䶿一-鿿豈-﫿฀-๿]/g;
const ARABIC = /[؀-ۿ]/;
const LONG_VOWELS = /[اوي]/g;
const OF_AN_ALPHABET = /^[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Arab}]$/u;

/** The words of a text as they are looked for. */
export function wordsIn(text: string): string[] {
  const plain = [...text.normalize("NFKC").toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "")]
    .map((letter) => ALIKE[letter] ?? letter)
    .join("");
  return (plain.replace(WITHOUT_SPACES, " $& ").match(WORD) ?? []).map(withoutLongVowels);
}

/** Whether words are worth looking for: a single letter of an alphabet is in too many others. */
export function isEnough(words: readonly string[]): boolean {
  return words.some((word) => !OF_AN_ALPHABET.test(word));
}

/** Of a foreign name in Arabic letters, what is written and what is left out differs most. */
function withoutLongVowels(word: string): string {
  if (!ARABIC.test(word)) return word;
  const short = word.replace(LONG_VOWELS, "");
  return short.length > 1 ? short : word;
}
