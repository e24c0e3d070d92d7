import * as assert from "node:assert/strict";
import * as path from "node:path";
import { PreviewError, readProject, type StackProject } from "../../preview/index";
import { folderWith, removeFolders } from "./support/folders";

function read(files: Readonly<Record<string, string>>, stack = "dev"): StackProject {
  return readProject(folderWith({ "Pulumi.yaml": "name: shop\nruntime: nodejs\n", ...files }), stack);
}

function valuesOf({ configuration }: StackProject): Record<string, string> {
  return Object.fromEntries([...configuration].map(([key, { text }]) => [key, text]));
}

function refusalOf(files: Readonly<Record<string, string>>, stack = "dev"): PreviewError {
  try {
    read(files, stack);
  } catch (error) {
    assert.ok(error instanceof PreviewError);
    assert.equal(error.kind, "configuration");
    return error;
  }
  return assert.fail("nothing was refused");
}

describe("a stack's project", () => {
  after(removeFolders);

  it("gives the program its values as text, structured ones as JSON", () => {
    const project = read({
      "Pulumi.dev.yaml":
        "config:\n  aws:region: eu-west-1\n  shop:count: 3\n  on: true\n  shop:sizes: {b: [1, x], a: null}\n",
    });
    assert.deepEqual(valuesOf(project), {
      "aws:region": "eu-west-1",
      "shop:count": "3",
      "shop:on": "true",
      "shop:sizes": '{"a":null,"b":[1,"x"]}',
    });
  });

  it("knows where each key stands", () => {
    const project = read({ "Pulumi.dev.yaml": "# a comment\nconfig:\n  aws:region: x\n  shop:a: 1\n" });
    assert.deepEqual(project.configuration.get("shop:a")?.position, { file: "Pulumi.dev.yaml", line: 4 });
  });

  it("replaces what is encrypted, at any depth, and says so", () => {
    const project = read({
      "Pulumi.dev.yaml": "config:\n  shop:a: {secure: v1:x}\n  shop:b: {c: {secure: y}, d: 1}\n",
    });
    assert.deepEqual(valuesOf(project), { "shop:a": "[secret]", "shop:b": '{"c":"[secret]","d":1}' });
    assert.ok([...project.configuration.values()].every(({ secret }) => secret));
    assert.deepEqual(
      project.diagnostics.map(({ code }) => code),
      ["secretPlaceholder", "secretPlaceholder"],
    );
  });

  it("fills in what the project gives for every stack", () => {
    const project = read({
      "Pulumi.yaml":
        "name: shop\nruntime: nodejs\nconfig:\n  aws:region: eu-west-1\n  zones: 2\n  size: {type: string, default: small}\n  aws:profile: {value: p}\n",
      "Pulumi.dev.yaml": "config:\n  shop:size: large\n",
    });
    assert.deepEqual(valuesOf(project), {
      "shop:size": "large",
      "aws:region": "eu-west-1",
      "shop:zones": "2",
      "aws:profile": "p",
    });
  });

  it("is refused with every mistake at once: types, missing values, plain secrets, malformed keys", () => {
    const { details } = refusalOf({
      "Pulumi.yaml":
        "name: shop\nruntime: nodejs\nconfig:\n  count: {type: integer}\n  missing: {type: string}\n  token: {type: string, secret: true}\n  list: {type: array, items: {type: boolean}}\n",
      "Pulumi.dev.yaml":
        "config:\n  shop:count: many\n  shop:token: plain\n  shop:list: [true, 1]\n  a:b:c:d: 1\n",
    });
    assert.deepEqual(details, [
      "Pulumi.dev.yaml:5: a:b:c:d is no configuration key; it must read `namespace:name` or `name`",
      "Pulumi.dev.yaml:2: count is many; Pulumi.yaml declares it as integer",
      "shop:missing has no value; Pulumi.yaml:5 requires one from every stack",
      "Pulumi.dev.yaml:3: token is plain text; Pulumi.yaml declares it secret, so set it with `pulumi config set --secret`",
      "Pulumi.dev.yaml:4: list is [true,1]; Pulumi.yaml declares it as array",
    ]);
  });

  it("lists the stacks there are when asked for another", () => {
    const files = { "Pulumi.dev.yaml": "", "Pulumi.prod.yaml": "" };
    assert.match(
      refusalOf(files, "live").message,
      /no stack live: Pulumi\.live\.yaml does not exist; the stacks are dev, prod/,
    );
  });

  it("is refused where there is none, where it is not for Node, and where it is not YAML", () => {
    assert.throws(() => readProject(path.dirname(folderWith({})), "dev"), /there is no Pulumi project/);
    assert.match(refusalOf({ "Pulumi.yaml": "name: a\nruntime: python\n" }).message, /runtime "python"/);
    assert.match(refusalOf({ "Pulumi.yaml": "runtime: nodejs\n" }).message, /no `name`/);
    const { details } = refusalOf({ "Pulumi.dev.yaml": "config:\n  a: [1\n  b: }\n" });
    assert.match(details[0] ?? "", /^Pulumi\.dev\.yaml:3:\d+: /);
  });

  it("finds the program where `main` says", () => {
    const files = { "Pulumi.dev.yaml": "", "app/index.js": "" };
    const inFolder = read({ ...files, "Pulumi.yaml": "name: a\nruntime: nodejs\nmain: app\n" });
    assert.deepEqual([path.basename(inFolder.programFolder), inFolder.entryPoint], ["app", "."]);
    const file = read({ ...files, "Pulumi.yaml": "name: a\nruntime: nodejs\nmain: app/index.js\n" });
    assert.deepEqual([path.basename(file.programFolder), file.entryPoint], ["app", "index.js"]);
    assert.match(
      refusalOf({ ...files, "Pulumi.yaml": "name: a\nruntime: nodejs\nmain: gone\n" }).message,
      /gone, which does not exist/,
    );
  });

  it("carries the runtime's options", () => {
    const runtime = 'runtime: {name: nodejs, options: {typescript: false, nodeargs: --a "b c"}}';
    const project = read({ "Pulumi.yaml": `name: a\n${runtime}\n`, "Pulumi.dev.yaml": "" });
    assert.deepEqual(project.runtime, { typescript: false, nodeArgs: ["--a", "b c"] });
  });
});
