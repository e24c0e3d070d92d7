import type { BinaryWriter, Map as ProtobufMap } from "google-protobuf";
import { Struct, type Value } from "google-protobuf/google/protobuf/struct_pb";
import { isWireList, isWireObject, type Wire, type WireObject } from "../../simulator/wire";

/** Fields of the messages in `google/protobuf/struct.proto` with their kinds, as they stand before a value. */
const TAG = {
  null: 0x08,
  number: 0x11,
  string: 0x1a,
  boolean: 0x20,
  struct: 0x2a,
  list: 0x32,
  element: 0x0a,
  entry: 0x0a,
  entryKey: 0x0a,
  entryValue: 0x12,
} as const;

const DOUBLE_BYTES = 8;
/** A length has at most five groups of seven bits. */
const LENGTH_BYTES = 5;
const FIRST_BYTES = 4096;

/** Writes from the end to the beginning, so that the length of what stands within a message is known when it is written. */
class BackwardWriter {
  private bytes = Buffer.allocUnsafe(FIRST_BYTES);
  private start = FIRST_BYTES;

  public written(): Uint8Array {
    return this.bytes.subarray(this.start);
  }

  public properties(properties: WireObject): void {
    // In the order in which the library writes them.
    for (const key of Object.keys(properties).sort().reverse()) {
      this.message(TAG.entry, () => {
        this.message(TAG.entryValue, () => {
          this.value(properties[key] ?? null);
        });
        this.text(TAG.entryKey, key);
      });
    }
  }

  private value(value: Wire): void {
    if (typeof value === "string") this.text(TAG.string, value);
    else if (typeof value === "number") this.number(value);
    else if (typeof value === "boolean") this.byte(TAG.boolean, value ? 1 : 0);
    else if (isWireList(value)) this.list(value);
    else if (isWireObject(value)) this.struct(value);
    else this.byte(TAG.null, 0);
  }

  private struct(value: WireObject): void {
    this.message(TAG.struct, () => {
      this.properties(value);
    });
  }

  private list(values: readonly Wire[]): void {
    this.message(TAG.list, () => {
      for (const value of values.toReversed()) {
        this.message(TAG.element, () => {
          this.value(value);
        });
      }
    });
  }

  private message(tag: number, write: () => void): void {
    const before = this.bytes.length - this.start;
    write();
    this.length(tag, this.bytes.length - this.start - before);
  }

  private text(tag: number, text: string): void {
    const size = Buffer.byteLength(text);
    this.reserve(size);
    this.start -= size;
    this.bytes.write(text, this.start);
    this.length(tag, size);
  }

  private number(value: number): void {
    this.reserve(DOUBLE_BYTES + 1);
    this.start -= DOUBLE_BYTES;
    this.bytes.writeDoubleLE(value, this.start);
    this.bytes[--this.start] = TAG.number;
  }

  private byte(tag: number, value: number): void {
    this.reserve(2);
    this.bytes[--this.start] = value;
    this.bytes[--this.start] = tag;
  }

  private length(tag: number, length: number): void {
    this.reserve(LENGTH_BYTES + 1);
    const groups: number[] = [];
    for (let rest = length; groups.length === 0 || rest > 0; rest >>>= 7) groups.push(rest & 0x7f);
    groups.forEach((group, position) => {
      const more = position < groups.length - 1 ? 0x80 : 0;
      this.bytes[this.start - groups.length + position] = group | more;
    });
    this.start -= groups.length;
    this.bytes[--this.start] = tag;
  }

  private reserve(size: number): void {
    if (this.start >= size) return;
    const written = this.written();
    const grown = Buffer.allocUnsafe(2 * (written.length + size));
    this.start = grown.length - written.length;
    grown.set(written, this.start);
    this.bytes = grown;
  }
}

/** The part of the library's map that it asks for when it writes a message. */
type Written = Pick<ProtobufMap<string, Value>, "getLength" | "serializeBinary">;

/**
 * Properties that are encoded at once. The library makes an object of each value before it writes any, which takes several
 * times as long, and a preview sends every property of every resource to each policy pack, twice.
 */
export class EncodedStruct extends Struct {
  private readonly bytes: Uint8Array;

  public constructor(properties: WireObject) {
    super();
    const writer = new BackwardWriter();
    writer.properties(properties);
    this.bytes = writer.written();
  }

  public override getFieldsMap(): ProtobufMap<string, Value> {
    const { bytes } = this;
    const fields: Written = {
      getLength: () => bytes.length,
      serializeBinary: (_field: number, writer: BinaryWriter) => {
        writer.writeSerializedMessage(bytes, 0, bytes.length);
      },
    };
    // The message is only ever written, and writing asks for nothing else.
    return fields as ProtobufMap<string, Value>;
  }
}
