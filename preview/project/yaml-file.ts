import * as fs from "node:fs";
import * as path from "node:path";
import * as yaml from "yaml";
import { PreviewError } from "../preview-error";

/** A place in a file, for messages. */
export interface Position {
  /** Relative to the project's folder. */
  readonly file: string;
  /** Counts from 1. */
  readonly line: number;
}

/** A value of YAML or JSON. */
export type YamlValue = null | boolean | number | string | readonly YamlValue[] | YamlMap;

/** A mapping of YAML; its keys are always texts here. */
export interface YamlMap {
  readonly [key: string]: YamlValue;
}

/** One entry of a mapping, and where its key stands. */
export interface YamlEntry {
  readonly key: string;
  readonly value: YamlValue;
  readonly position: Position;
}

/** Whether a value is a mapping. */
export function isYamlMap(value: YamlValue | undefined): value is YamlMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A YAML file that was read and holds a mapping. */
export class YamlFile {
  private constructor(
    /** Relative to the project's folder. */
    public readonly name: string,
    private readonly document: yaml.Document.Parsed,
    private readonly lines: yaml.LineCounter,
  ) {}

  /**
   * @param folder - The project's folder, to which messages are relative.
   * @param file - The file's path.
   * @throws PreviewError when it is not YAML or no mapping, with line and column.
   */
  public static read(folder: string, file: string): YamlFile {
    const lines = new yaml.LineCounter();
    const name = path.relative(folder, file);
    const document = yaml.parseDocument(fs.readFileSync(file, "utf8"), {
      lineCounter: lines,
      prettyErrors: false,
    });
    const mistakes = document.errors.map((error) => {
      const { line, col } = lines.linePos(error.pos[0]);
      return `${name}:${line}:${col}: ${error.message}`;
    });
    if (mistakes.length === 0 && document.contents !== null && !yaml.isMap(document.contents)) {
      mistakes.push(`${name}:1:1: the file must hold keys and values`);
    }
    if (mistakes.length > 0) throw new PreviewError("configuration", `${name} is not valid YAML`, mistakes);
    return new YamlFile(name, document, lines);
  }

  /** The value of a top-level key. */
  public get(key: string): YamlValue | undefined {
    const all = this.document.toJS() as YamlMap | null;
    return all?.[key];
  }

  /** The entries under a top-level key, in the file's order; none when there is no mapping. */
  public entries(key: string): YamlEntry[] {
    const map: unknown = this.document.get(key, true);
    if (!yaml.isMap(map)) return [];
    return map.items.map((item) => {
      const node = item.key;
      const offset = yaml.isNode(node) ? (node.range?.[0] ?? 0) : 0;
      return {
        key: String(yaml.isScalar(node) ? node.value : node),
        // Documents are parsed without custom tags, so that nothing but YAML's own values can come out.
        value: (yaml.isNode(item.value) ? item.value.toJS(this.document) : item.value) as YamlValue,
        position: { file: this.name, line: this.lines.linePos(offset).line },
      };
    });
  }
}
