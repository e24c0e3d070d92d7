/** Characters that a terminal would obey rather than show. Line feeds are handled by {@link wrap}. */
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g;

/** Text from a program or a pack, harmless for a terminal. */
export function harmless(text: string): string {
  return text.replace(CONTROL, " ");
}

/** Cuts text to a width, the last character then being an ellipsis. */
export function fit(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(width - 1, 0))}…`;
}

function splitLongWords(word: string, width: number): readonly string[] {
  const pieces: string[] = [];
  for (let rest = word; rest !== ""; rest = rest.slice(width)) pieces.push(rest.slice(0, width));
  return pieces;
}

/** Breaks text at spaces into lines of at most `width` characters, each indented. Words that are longer are cut. */
export function wrap(text: string, width: number, indent = ""): readonly string[] {
  const room = Math.max(width - indent.length, 20);
  const lines: string[] = [];
  for (const paragraph of harmless(text).split("\n")) {
    let line = "";
    for (const word of paragraph.split(" ").flatMap((word) => splitLongWords(word, room))) {
      if (line !== "" && line.length + 1 + word.length > room) {
        lines.push(line);
        line = word;
      } else {
        line = line === "" ? word : `${line} ${word}`;
      }
    }
    if (line !== "") lines.push(line);
  }
  return lines.map((line) => indent + line);
}

/** A number with its noun. */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number.toLocaleString("en")} ${number === 1 ? singular : plural}`;
}

/** A duration as people say it: milliseconds below one second, otherwise seconds. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
