/** Draws the lanes: events as marks and bars with their titles, counts of dense stretches, and what has the focus. */

import { at } from "./arrays.ts";
import { type Columns, importanceOf, marksOf, standingOf } from "./columns.ts";
import { type Ink, line, setFont } from "./ink.ts";
import { cut, type Extent, type InRow, type Label, roomsBefore, roomsFor } from "./labels.ts";
import type { Lane } from "./lanes.ts";
import { type Left, paintBar } from "./paint_bars.ts";
import { type Block, pixelsPerDay, type SceneLane, type Window } from "./scene.ts";
import type { LanePlace } from "./sharing.ts";
import type { Words } from "./words.ts";

/** What is drawn. */
export interface Picture {
  readonly window: Window;
  readonly lanes: readonly Lane[];
  readonly scene: readonly SceneLane[];
  readonly places: readonly LanePlace[];
  /** Whether links are drawn under the events. */
  readonly hasLinks: boolean;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

const NAME_IN_EMS = 0.92;
/** How much higher the title on a long bar stands, so that this does not run through it. */
const ABOVE_BAR_IN_EMS = 0.1;
const FAINT = 0.5;
/** The free space around a title that a link runs under, in pixels. */
const HALO = 2;
/** How thick the ring around the focus is, in pixels. */
const RING = 2;
/** How far it stays from titles. */
const CLEAR = 1;
/** How high the line is that says that a mark stands for a whole day, in pixels. */
const DAY = 3;
/** The day of a mark is drawn where it is so many times as wide as type is high. */
const WIDE_DAY_IN_EMS = 2;
const MOST_REMEMBERED = 5000;
/** How high a link arches: as a part of how far it leads, and in rows at most. */
const ARCH = 0.1;
const HIGHEST_ARCH = 2.5;
/** The first letter of a title that is written from right to left. */
const RIGHT_TO_LEFT = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

export class Painter {
  private readonly ink: Ink;
  private readonly columns: Columns;
  private readonly titleOf: (event: number) => string | undefined;
  private readonly words: Words;
  private hasLinks = false;
  private readonly cuts = new Map<number, { room: number; title: string; text: string }>();
  /** Where the title of each event is that has one in the last drawing. */
  readonly titles = new Map<number, Extent>();
  /** The events that had room for a title in the last drawing but have none yet. */
  readonly wanted: number[] = [];
  private readonly widthOf = (text: string) => this.ink.context.measureText(text).width;

  constructor(ink: Ink, columns: Columns, titleOf: (event: number) => string | undefined, words: Words) {
    this.ink = ink;
    this.columns = columns;
    this.titleOf = titleOf;
    this.words = words;
  }

  paint(picture: Picture): void {
    this.titles.clear();
    this.wanted.length = 0;
    this.hasLinks = picture.hasLinks;
    picture.scene.forEach((scene, number) => {
      const lane = picture.lanes[number];
      const place = picture.places[number];
      if (!lane || !place) return;
      const top = place.rows;
      this.paintName(lane, scene, picture.window.width, place);
      for (const one of scene.found) if (!one.isMark) this.paintBar(one, top, picture.window);
      for (const block of scene.blocks) this.paintBlock(block, scene, top, lane.rows);
      for (const one of scene.found) if (one.isMark) this.paintMark(one, top, picture.window);
      this.paintTitles(scene, lane.rows, top, picture.window.width);
    });
  }

  /** The middle of what is drawn of an event in a row. */
  middleOf(one: Pick<InRow, "row" | "isLong">, top: number): number {
    const { row, em } = this.ink.measures;
    return top + (one.row + 0.5) * row + (one.isLong ? row / 2 - em * 0.2 : 0);
  }

  /** A ring around what has the focus, within the gap that titles keep from it. */
  paintFocus(left: number, right: number, middle: number): void {
    const { context, measures, shapes } = this.ink;
    const tall = measures.row + 2;
    context.strokeStyle = shapes.palette.link;
    context.lineWidth = RING;
    const around = measures.gap - RING / 2 - CLEAR;
    context.beginPath();
    context.roundRect(left - around, middle - tall / 2, right - left + around * 2, tall, tall / 2);
    context.stroke();
  }

  /** An arc from the event with the focus to one that it is linked with. */
  paintLink(from: Point, to: Point): void {
    const { context, shapes } = this.ink;
    context.strokeStyle = shapes.palette.link;
    context.lineWidth = 1.25;
    context.beginPath();
    context.moveTo(from.x, from.y);
    const { row } = this.ink.measures;
    const rise = Math.min(Math.max(Math.abs(to.x - from.x) * ARCH, row), row * HIGHEST_ARCH);
    const above = Math.min(from.y, to.y) - rise;
    // The curve comes half as far as the point that draws it there.
    const bend = above > 0 ? above - rise : Math.max(from.y, to.y) + rise * 2;
    context.quadraticCurveTo((from.x + to.x) / 2, bend, to.x, to.y);
    context.stroke();
    context.beginPath();
    context.arc(to.x, to.y, this.ink.measures.em * 0.55, 0, Math.PI * 2);
    context.stroke();
  }

  /** The line and the name of a lane. Where nothing was in sight, its events come into the line of its name. */
  private paintName(lane: Lane, scene: SceneLane, width: number, place: LanePlace): void {
    const { context, measures, shapes, isRightToLeft } = this.ink;
    context.fillStyle = shapes.palette.line;
    if (place.line > 0) line(this.ink, 0, place.line, width, 1);
    const isSeen = ({ left, right }: Extent) => left < width && right > 0;
    const isTaken = lane.inSight === 0 && (scene.found.some(isSeen) || scene.blocks.some(isSeen));
    if (isTaken || !place.isNamed) return;
    setFont(this.ink, measures.em * NAME_IN_EMS);
    context.fillStyle = shapes.palette.muted;
    context.direction = isRightToLeft ? "rtl" : "ltr";
    context.textAlign = isRightToLeft ? "right" : "left";
    const x = isRightToLeft ? width - measures.gap : measures.gap;
    const more = scene.left ? this.words.count("longer", scene.left) : "";
    const name = [lane.name, more].filter(Boolean).join(" · ");
    if (name)
      context.fillText(cut(name, width - measures.gap * 2, 0, this.widthOf), x, place.line + measures.name / 2 + 1);
  }

  private paintBar(one: InRow, top: number, window: Window): void {
    const marks = marksOf(this.columns, one.event);
    paintBar(this.ink, marks, one, this.leftOf(one, window), this.middleOf(one, top));
    if (!this.isEstablished(marks)) this.paintStanding(marks, this.markOf(one), top, one);
  }

  /** What links to other events leave of a bar. */
  private leftOf({ event, left, right }: InRow, window: Window): Left {
    const { starts, ends, statedStarts, statedEnds } = this.columns;
    const day = pixelsPerDay(window);
    return {
      left: at(starts, event) === at(statedStarts, event) ? left : (at(starts, event) - window.from) * day,
      right: at(ends, event) === at(statedEnds, event) ? right : (at(ends, event) - window.from) * day,
      isOpenAtStart: !Number.isFinite(at(starts, event)),
      isOpenAtEnd: !Number.isFinite(at(ends, event)),
    };
  }

  /** Where the mark of a bar's standing is: in its middle, or at the beginning of a long one, before its title. */
  private markOf(one: InRow): number {
    return one.isLong ? Math.max(one.left, 0) + this.ink.measures.em * 0.6 : (one.left + one.right) / 2;
  }

  private paintMark(one: InRow, top: number, window: Window): void {
    const { context, measures, shapes } = this.ink;
    const day = pixelsPerDay(window);
    if (day > measures.em * WIDE_DAY_IN_EMS && !this.columns.minutes.has(one.event)) {
      const left = (at(this.columns.starts, one.event) - window.from) * day;
      context.fillStyle = shapes.palette.ink;
      context.globalAlpha = FAINT;
      line(this.ink, left + 2, top + (one.row + 1) * measures.row - DAY, day - 4, DAY);
      context.globalAlpha = 1;
    }
    this.paintStanding(marksOf(this.columns, one.event), (one.left + one.right) / 2, top, one);
  }

  private paintStanding(marks: number, x: number, top: number, one: InRow): void {
    const { context, measures, shapes } = this.ink;
    const radius = measures.radii[importanceOf(marks)] ?? 0;
    shapes.mark(context, standingOf(marks), radius, x, top + (one.row + 0.5) * measures.row);
  }

  private isEstablished(marks: number): boolean {
    return this.columns.standings[standingOf(marks)] === "established";
  }

  private paintBlock(block: Block, scene: SceneLane, top: number, rows: number): void {
    const { context, measures, shapes } = this.ink;
    const room = rows * measures.row;
    const tall = Math.max(measures.row, (room * block.stretch.events.length) / scene.most) - 1;
    const width = block.right - block.left;
    context.fillStyle = shapes.palette.line;
    context.fillRect(block.left, top + room - tall - 1, width, tall);
    setFont(this.ink, measures.em * NAME_IN_EMS, 600);
    context.fillStyle = shapes.palette.ink;
    context.textAlign = "center";
    const number = this.words.shortNumber(block.stretch.events.length);
    context.fillText(number, (block.left + block.right) / 2, top + room - measures.row / 2);
  }

  private paintTitles(scene: SceneLane, rows: number, top: number, width: number): void {
    const { gap, em } = this.ink.measures;
    for (const label of roomsFor(scene.found, scene.blocks, rows, width, gap)) this.paintTitle(label, top, false);
    const found = scene.found.filter(({ left, right }) => left < width && right > 0);
    for (const label of roomsBefore(found, scene.blocks, this.titles, gap, em)) this.paintTitle(label, top, true);
  }

  /** A title as far as it has room; `isBefore` what it names. */
  private paintTitle(label: Label, top: number, isBefore: boolean): void {
    const { context, measures, shapes } = this.ink;
    const marks = marksOf(this.columns, label.event);
    const importance = importanceOf(marks);
    const shift = label.isOnBar && !this.isEstablished(marks) ? measures.em * 1.1 : 0;
    const room = label.room - shift;
    const least = measures.leastTitles[importance] ?? 0;
    if (room < least) return;
    const title = this.titleOf(label.event);
    if (title === undefined) {
      this.wanted.push(label.event);
      return;
    }
    setFont(this.ink, measures.em, importance === 2 ? 600 : 400);
    context.fillStyle = importance === 0 ? shapes.palette.muted : shapes.palette.ink;
    const text = this.cutTitle(label.event, title, room, least);
    const width = this.widthOf(text);
    const left = isBefore ? label.x + label.room - width : label.x + shift;
    context.textAlign = "left";
    context.direction = RIGHT_TO_LEFT.test(title) ? "rtl" : "ltr";
    const above = label.isOnBar ? measures.em * ABOVE_BAR_IN_EMS : 0;
    const middle = top + (label.row + 0.5) * measures.row - above;
    if (this.hasLinks) this.clearFor(label, left, width, top);
    context.fillText(text, left, middle);
    this.titles.set(label.event, { left, right: left + width });
  }

  /** A link does not run through a title that it passes under. Its own bar and one of the row above are not cut. */
  private clearFor({ event, row, isOnBar }: Label, left: number, width: number, top: number): void {
    const { context, measures } = this.ink;
    const thick = measures.bars[importanceOf(marksOf(this.columns, event))] ?? 0;
    const begin = top + row * measures.row + 1;
    const end = isOnBar
      ? Math.floor(this.middleOf({ row, isLong: true }, top) - thick / 2) - 1
      : top + (row + 1) * measures.row;
    context.clearRect(left - HALO, begin, width + HALO * 2, end - begin);
  }

  /** A title cut to a room, remembered for the next frame, in which it is mostly the same. */
  private cutTitle(event: number, title: string, room: number, least: number): string {
    const known = this.cuts.get(event);
    if (known && known.title === title && known.room <= room && room - known.room < 2) return known.text;
    if (this.cuts.size > MOST_REMEMBERED) this.cuts.clear();
    const text = cut(title, room, least, this.widthOf);
    this.cuts.set(event, { room, title, text });
    return text;
  }
}
