/** The marks of the standings, the same as in the strip that the build draws, and bars that fade. */

import type { Palette } from "./palette.ts";

type Context = CanvasRenderingContext2D;

const STROKE = 1.5;
/** How wide a picture of a fade is; it is stretched to what a bar takes, and filled beyond its edge at any density. */
const FADE_WIDTH = 64;
const FILLED = 2;
const COLOURS: Readonly<Record<string, keyof Palette>> = {
  established: "ink",
  claimed: "unverified",
  disputed: "disputed",
  planned: "accent",
};

/** Pictures of all marks, each drawn once for a scheme and a density of the screen. */
export class Shapes {
  readonly palette: Palette;
  private readonly density: number;
  private readonly standings: readonly string[];
  private readonly pictures = new Map<string, HTMLCanvasElement>();
  private readonly fades: Readonly<Record<"left" | "right", HTMLCanvasElement>>;

  constructor(palette: Palette, density: number, standings: readonly string[]) {
    this.palette = palette;
    this.density = density;
    this.standings = standings;
    this.fades = { left: this.drawFade(0, FADE_WIDTH), right: this.drawFade(FADE_WIDTH, 0) };
  }

  /** Draw the mark of a standing around a point. */
  mark(context: Context, standing: number, radius: number, x: number, y: number): void {
    const half = Math.ceil(radius + STROKE);
    const key = `${standing} ${radius}`;
    let picture = this.pictures.get(key);
    if (!picture) {
      picture = this.picture(half * 2, half * 2, (drawing) => {
        drawing.translate(half, half);
        drawMark(drawing, this.standings[standing] ?? "", radius, this.palette);
      });
      this.pictures.set(key, picture);
    }
    context.drawImage(picture, x - half, y - half, half * 2, half * 2);
  }

  /** Draw a part of a bar that fades to its left or right. */
  fade(context: Context, side: "left" | "right", x: number, y: number, width: number, height: number): void {
    context.drawImage(this.fades[side], x, y, width, height);
  }

  private drawFade(from: number, to: number): HTMLCanvasElement {
    return this.picture(FADE_WIDTH, 1, (drawing) => {
      drawing.fillStyle = this.palette.accent;
      drawing.fillRect(0, 0, FADE_WIDTH, FILLED);
      const gradient = drawing.createLinearGradient(from, 0, to, 0);
      gradient.addColorStop(0, "transparent");
      gradient.addColorStop(1, "black");
      drawing.globalCompositeOperation = "destination-in";
      drawing.fillStyle = gradient;
      drawing.fillRect(0, 0, FADE_WIDTH, FILLED);
    });
  }

  private picture(width: number, height: number, draw: (drawing: Context) => void): HTMLCanvasElement {
    const picture = document.createElement("canvas");
    picture.width = Math.ceil(width * this.density);
    picture.height = Math.ceil(height * this.density);
    const drawing = picture.getContext("2d");
    if (drawing) {
      drawing.scale(this.density, this.density);
      draw(drawing);
    }
    return picture;
  }
}

function drawMark(drawing: Context, standing: string, radius: number, palette: Palette): void {
  drawing.strokeStyle = drawing.fillStyle = palette[COLOURS[standing] ?? "muted"];
  drawing.lineWidth = STROKE;
  const circle = new Path2D();
  circle.arc(0, 0, radius - STROKE / 2, 0, Math.PI * 2);
  if (standing === "established") {
    drawing.fill(circle);
    return;
  }
  const outline = standing === "disputed" ? diamond(radius) : circle;
  drawing.save();
  drawing.fillStyle = palette.paper;
  drawing.fill(outline);
  drawing.restore();
  if (standing === "unreviewed") drawing.setLineDash([radius / 2, radius / 2]);
  drawing.stroke(outline);
  if (standing === "claimed") {
    drawing.beginPath();
    drawing.arc(0, 0, radius, Math.PI / 2, -Math.PI / 2);
    drawing.fill();
  }
  if (standing === "withdrawn") {
    drawing.beginPath();
    drawing.moveTo(-radius * 0.6, radius * 0.6);
    drawing.lineTo(radius * 0.6, -radius * 0.6);
    drawing.stroke();
  }
}

function diamond(radius: number): Path2D {
  return new Path2D(`M0 ${-radius}L${radius} 0 0 ${radius} ${-radius} 0z`);
}
