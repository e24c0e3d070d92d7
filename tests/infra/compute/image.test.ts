import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { parseImage } from "../../../infra/compute/image";

const digest = fc.stringMatching(/^[0-9a-f]{64}$/);
const repository = fc.stringMatching(/^[a-z0-9]{1,8}(\/[a-z0-9]{1,8}){0,3}$/);

describe("images", () => {
  it("are read back as they were put together", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{12}$/), repository, digest, (accountId, name, digits) => {
        const registry = `${accountId}.dkr.ecr.eu-west-1.amazonaws.com`;
        assert.deepEqual(parseImage(`${registry}/${name}@sha256:${digits}`), {
          registry,
          repository: name,
          ecr: { accountId, region: "eu-west-1" },
        });
      }),
    );
  });

  it("are refused where a tag could be moved, or the digest is none", () => {
    fc.assert(
      fc.property(repository, digest, (name, digits) => {
        const image = `registry.example.com/${name}`;
        for (const wrong of [
          image,
          `${image}:latest`,
          `${image}:1@sha256:${digits}`,
          `${image}@sha256:${digits.slice(1)}`,
          `${name}@sha256:${digits}`,
        ]) {
          assert.equal(parseImage(wrong)?.registry.includes("."), undefined, wrong);
        }
      }),
    );
  });

  it("of other registries need no rights", () => {
    assert.equal(parseImage(`registry.example.com/shop/web@sha256:${"0".repeat(64)}`)?.ecr, undefined);
  });
});
