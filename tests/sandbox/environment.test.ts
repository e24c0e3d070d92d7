import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { childEnvironment } from "../../sandbox/environment";

const PULUMI = { home: "/sandbox/pulumi-home", state: "/sandbox/state" };

describe("the environment of a sandbox's children", () => {
  it("lacks every variable of AWS and Pulumi that it was started with, known by name or not", () => {
    const env = {
      AWS_PROFILE: "prod",
      AWS_SOMETHING_THAT_COMES_LATER: "x",
      PULUMI_ACCESS_TOKEN: "x",
      PULUMI_OPTION_TARGET: "x",
      https_proxy: "x",
      HTTP_PROXY: "x",
      PATH: process.env.PATH,
    };
    const script = "console.log(JSON.stringify(process.env))";
    const child = spawnSync(process.execPath, ["-e", script], {
      env: { ...env, ...childEnvironment(env, PULUMI) },
      encoding: "utf8",
    });
    const seen = JSON.parse(child.stdout) as Record<string, string>;
    const leaked = Object.keys(env).filter((name) => name !== "PATH" && name in seen);
    assert.deepEqual(leaked, []);
    assert.equal(seen.PATH, process.env.PATH);
  });

  it("leads the CLI to the sandbox's own home and backend, and AWS's tools to nothing", () => {
    const env = childEnvironment({}, PULUMI);
    assert.equal(env.PULUMI_HOME, PULUMI.home);
    assert.equal(env.PULUMI_BACKEND_URL, "file:///sandbox/state");
    assert.equal(env.AWS_EC2_METADATA_DISABLED, "true");
    assert.equal(env.AWS_SHARED_CREDENTIALS_FILE, "/dev/null");
    assert.equal(env.AWS_CONFIG_FILE, "/dev/null");
    assert.equal(env.PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION, "true");
  });
});
