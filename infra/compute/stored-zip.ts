import { crc32 } from "node:zlib";

/** Latest date that is the same for everybody: the first that the format knows, so that equal content makes equal archives. */
const dosDate = (1 << 5) | 1;

/** Version of the format that knows folders, and nothing newer. */
const version = 20;

interface Stored {
  readonly name: Buffer;
  readonly content: Buffer;
  readonly offset: number;
}

/** Fields that the header of a file and its entry in the directory have in common. */
function common({ name, content }: Stored): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(version, 0);
  fields.writeUInt16LE(dosDate, 8);
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(content.length, 14);
  fields.writeUInt32LE(content.length, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

function header(file: Stored): Buffer {
  return Buffer.concat([Buffer.from("PK\x03\x04"), common(file), file.name, file.content]);
}

function entry(file: Stored): Buffer {
  const before = Buffer.from("PK\x01\x02\x14\x00");
  const after = Buffer.alloc(14);
  // What may read it: everybody's right to read a plain file, as Unix writes it.
  after.writeUInt32LE(0o100644 * 0x10000, 6);
  after.writeUInt32LE(file.offset, 10);
  return Buffer.concat([before, common(file), after, file.name]);
}

/**
 * An archive in ZIP's format of files that are kept as they are, by their paths. Equal files make equal archives.
 *
 * Source: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16
 */
export function storedZip(files: Readonly<Record<string, string>>): Buffer {
  const stored: Stored[] = [];
  let offset = 0;
  for (const [path, text] of Object.entries(files)) {
    const file = { name: Buffer.from(path), content: Buffer.from(text), offset };
    stored.push(file);
    offset += header(file).length;
  }
  const directory = Buffer.concat(stored.map(entry));
  const end = Buffer.alloc(18);
  end.writeUInt16LE(stored.length, 4);
  end.writeUInt16LE(stored.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...stored.map(header), directory, Buffer.from("PK\x05\x06"), end]);
}
