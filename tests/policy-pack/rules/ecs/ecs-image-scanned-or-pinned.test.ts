import * as assert from "node:assert/strict";

import { aws, fixtures, judge, ref, UNKNOWN } from "../../support/fixtures";
import { daemon, task } from "../../support/containers";

const HOST = "111122223333.dkr.ecr.eu-west-1.amazonaws.com";
const repository = (scanOnPush: unknown) =>
  aws("ecr/repository:Repository", { name: "shop/app", imageScanningConfiguration: { scanOnPush } });
const image = (text: string) => task([{ image: text }]);

fixtures("ecs-image-scanned-or-pinned", {
  pass: {
    "an image by digest": image(`nginx@sha256:${"a".repeat(64)}`),
    "an image of a repository that scans": { ...image(`${HOST}/shop/app:1`), app: repository(true) },
  },
  fail: {
    "a digest that goes on": image(`nginx@sha256:${"a".repeat(64)}:latest`),
    "a host that only ends like a private one": {
      ...image(`x${HOST}/shop/app:1`),
      app: repository(true),
    },
    "an image by tag": image("nginx:1.27"),
    "an image by tag of the public gallery": image("public.ecr.aws/nginx/nginx:1.27"),
    "an image of a repository that does not scan": { ...image(`${HOST}/shop/app:1`), app: repository(false) },
    "one image by tag of two": task([{ image: `nginx@sha256:${"a".repeat(64)}` }, { image: "nginx" }]),
  },
  unknown: {
    "an image that is computed": image(UNKNOWN),
    "an image of another stack's repository": image(`${HOST}/shop/app:1`),
    "an image of a repository whose scan is computed": {
      ...image(`${HOST}/shop/app:1`),
      app: repository(UNKNOWN),
    },
    "containers that are computed from a repository": {
      app: repository(true),
      task: aws("ecs/taskDefinition:TaskDefinition", { containerDefinitions: ref("app") }),
    },
  },
  unset: { "a container without an image": ["fail", image("")] },
  alias: { "a daemon's image by tag": daemon([{ image: "agent:1" }]) },
});

describe("ecs-image-scanned-or-pinned", () => {
  it("names the repository that computed containers wait for", async () => {
    const { lines } = await judge("ecs-image-scanned-or-pinned", {
      app: repository(true),
      other: aws("ecr/repository:Repository"),
      task: aws("ecs/taskDefinition:TaskDefinition", { containerDefinitions: ref("app") }),
    });
    assert.deepEqual(
      lines.map(({ waitsFor }) => waitsFor?.split("::").at(-1)),
      ["app"],
    );
  });
});
