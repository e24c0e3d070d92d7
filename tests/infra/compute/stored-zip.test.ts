import * as assert from "node:assert/strict";
import { crc32 } from "node:zlib";

import * as fc from "fast-check";

import { storedZip } from "../../../infra/compute/stored-zip";

/** Reads an archive from its end, as readers do: the directory, then each file by what the directory says of it. */
function read(zip: Buffer): Record<string, string> {
  const end = zip.length - 22;
  assert.equal(zip.readUInt32LE(end), 0x06054b50);
  const files: Record<string, string> = {};
  let at = zip.readUInt32LE(end + 16);
  assert.equal(at + zip.readUInt32LE(end + 12), end);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    assert.equal(zip.readUInt32LE(at), 0x02014b50);
    const [sum, size, named] = [
      zip.readUInt32LE(at + 16),
      zip.readUInt32LE(at + 24),
      zip.readUInt16LE(at + 28),
    ];
    assert.equal(zip.readUInt16LE(at + 10), 0, "stored as it is");
    const name = zip.subarray(at + 46, at + 46 + named).toString();
    const local = zip.readUInt32LE(at + 42);
    assert.equal(zip.readUInt32LE(local), 0x04034b50);
    assert.deepEqual(zip.subarray(local + 4, local + 30), zip.subarray(at + 6, at + 32));
    const content = zip.subarray(local + 30 + named, local + 30 + named + size);
    assert.equal(crc32(content), sum);
    files[name] = content.toString();
    at += 46 + named;
  }
  return files;
}

const paths = fc.stringMatching(/^[a-z]{1,8}(\/[a-z]{1,8}){0,3}\.js$/);

describe("an archive of files as they are", () => {
  it("gives back what was put into it", () => {
    fc.assert(
      fc.property(
        fc.dictionary(paths, fc.string({ unit: "grapheme" }), { noNullPrototype: true }),
        (files) => {
          assert.deepEqual(read(storedZip(files)), files);
        },
      ),
    );
  });

  it("is the same for the same files", () => {
    const files = { "a.js": "1", "b/c.js": "2" };
    assert.deepEqual(storedZip(files), storedZip({ ...files }));
  });
});
