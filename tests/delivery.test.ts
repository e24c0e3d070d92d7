import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { parse } from "yaml";

const root = join(__dirname, "..");

interface Job {
  readonly needs?: string;
  readonly environment?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix: { readonly stack: readonly string[] } };
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

function text(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

/** A workflow; the tests ask of it what its type says. */
function workflow(name: string): Workflow {
  return parse(text(`.github/workflows/${name}.yaml`)) as Workflow;
}

const stacks = readdirSync(root)
  .flatMap((name) => /^Pulumi\.(.+)\.yaml$/.exec(name)?.[1] ?? [])
  .sort();

/** The stacks that a job is about. */
function stacksOf({ strategy, with: given }: Job): readonly string[] {
  const stack = given?.stack ?? "";
  return stack.startsWith("$") ? (strategy?.matrix.stack ?? []) : [stack];
}

/** What the account's roles for the CI system trust, as the stack's own file says. */
function subjects(): {
  readonly deployers: Readonly<Record<string, readonly string[]>>;
  readonly previewers: readonly string[];
} {
  const { config } = parse(text("Pulumi.account.yaml")) as {
    config: { "platform:identity": { ci: ReturnType<typeof subjects> } };
  };
  return config["platform:identity"].ci;
}

describe("the delivery", () => {
  const { jobs } = workflow("deploy");
  const all = Object.entries(jobs);

  it("brings every stack up once, in order, and goes on only after the stack before", () => {
    const order: string[] = [];
    for (
      let [name, job] = all.at(-1) ?? ["", {}];
      name !== "";
      name = job.needs ?? "", job = jobs[name] ?? {}
    ) {
      order.unshift(name);
    }
    assert.deepEqual(order, ["account", "dev", "preprod", "proposal", "gate", "prod", "dr"]);
    assert.equal(order.length, all.length);
    const updated = all
      .filter(([, { with: given }]) => given?.step === "up")
      .flatMap(([, job]) => stacksOf(job));
    assert.deepEqual([...updated, "account"].sort(), stacks);
  });

  it("updates the account only where the repository says so, and stops until people have otherwise", () => {
    const { step = "", environment = "", ...others } = jobs.account?.with ?? {};
    assert.deepEqual(others, { stack: "account" });
    const said = (word: string, otherwise: string): string =>
      `\${{ vars.DELIVER_ACCOUNT == 'true' && '${word}' || '${otherwise}' }}`;
    assert.deepEqual([step, environment], [said("up", "settled"), said("account", "")]);
  });

  it("updates each stack under the environment that its role trusts", () => {
    const trusted = Object.entries(subjects().deployers).map(([environment, [subject = ""]]) => [
      environment,
      subject.split(":").at(-1),
    ]);
    const updates = all
      .filter(([, { with: given }]) => given?.step === "up")
      .map(([, { with: given }]) => [given?.stack, given?.environment]);
    assert.deepEqual(updates, trusted);
    assert.deepEqual(jobs.gate?.environment, "gate");
  });

  it("shows at the gate what each stack behind it would become", () => {
    const proposed = stacksOf(jobs.proposal ?? {});
    assert.equal(jobs.proposal?.with?.step, "preview");
    assert.deepEqual(proposed, ["prod", "dr"]);
  });

  it("looks for drift in every stack, and previews every stack of a pull request, by a role that trusts both", () => {
    assert.deepEqual(workflow("drift").jobs.drift?.strategy?.matrix.stack.toSorted(), stacks);
    assert.equal(workflow("drift").jobs.drift?.with?.step, "drift");
    assert.deepEqual(workflow("pull-request").jobs.aws?.strategy?.matrix.stack.toSorted(), stacks);
    const claims = subjects().previewers.map((subject) => subject.split(":").slice(2).join(":"));
    assert.deepEqual(claims.toSorted(), ["pull_request", "ref:refs/heads/main"]);
  });

  it("runs the CLI that the tests run", () => {
    const pinned = /pulumi\/pkg\/v3 v([\d.]+)/.exec(text(".ci/pulumi-cli/go.mod"))?.[1] ?? "none";
    assert.match(text(".github/actions/set-up/action.yaml"), new RegExp(`pulumi-version: ${pinned}\n`));
  });
});

describe("the lint of workflows", function () {
  this.timeout(60_000);
  let copy = "";

  const lint = (spoil: (file: string, content: string) => string): string => {
    cpSync(join(root, ".github"), join(copy, ".github"), { recursive: true });
    for (const name of readdirSync(join(copy, ".github/workflows"))) {
      const file = join(copy, ".github/workflows", name);
      writeFileSync(file, spoil(name, readFileSync(file, "utf8")));
    }
    const { status, stdout } = spawnSync("bash", [join(root, ".ci/lint-workflows"), copy], {
      encoding: "utf8",
    });
    assert.equal(status, 1, stdout);
    return stdout;
  };

  before(function () {
    const installed = spawnSync("bash", [join(root, ".ci/lint-workflows"), "--installed"]).status === 0;
    if (!installed) {
      assert.ok(process.env.CI === undefined, "the linters are missing; .ci/lint-workflows installs them");
      this.skip();
    }
    copy = mkdtempSync(join(tmpdir(), "workflows-"));
    // By this folder actionlint knows where a repository begins.
    mkdirSync(join(copy, ".git"));
  });

  after(() => {
    if (copy !== "") rmSync(copy, { recursive: true, force: true });
  });

  it("finds a job that waits for none, and a wrong input of another workflow", () => {
    const output = lint((_, content) =>
      content.replace("needs: gate", "needs: gaet").replace("step: drift", "stp: drift"),
    );
    assert.match(output, /job "prod" needs job "gaet" which does not exist/);
    assert.match(output, /input "stp" is not defined/);
  });

  it("finds an action without a commit, a token left behind, text that becomes a command, and rights for all jobs", () => {
    const output = lint((_, content) =>
      content
        .replace(/@3d3c42e5\w+ # v7.0.1/g, "@v7")
        .replace("persist-credentials: false", "fetch-depth: 1")
        .replace(`- run: .ci/run`, "- run: echo ${{ github.event.pull_request.title }}")
        .replace("permissions: {}", "permissions: write-all"),
    );
    for (const rule of ["unpinned-uses", "artipacked", "template-injection", "excessive-permissions"]) {
      assert.match(output, new RegExp(`\\[${rule}\\]`), rule);
    }
  });
});

describe("one step of a delivery", () => {
  let folder = "";
  let project = "";

  /** Stands in for the CLI: notes how it was called, leaves a verdict behind, and ends as it is told. */
  const PULUMI = `#!/usr/bin/env bash
echo "$@" > called
[ -z "\${VERDICT:-}" ] || echo "$VERDICT" > "$POLICY_VERDICTS"
exit "\${END:-0}"
`;

  const VERDICT = JSON.stringify({
    ...{
      control: "S3-16",
      policy: "bucket-access-logged",
      urn: "urn:pulumi:dev::shop::aws:s3/bucket:Bucket::logs",
    },
    ...{ verdict: "fail", severity: "medium", enforcement: "advisory", message: "no logging.", path: "" },
  });

  const step = (
    args: readonly string[],
    environment: Readonly<Record<string, string>> = {},
  ): { code: number | null; error: string } => {
    const { status, stderr } = spawnSync("bash", [join(project, ".ci/pulumi-stack"), ...args], {
      encoding: "utf8",
      env: {
        ...process.env,
        PATH: `${folder}:${process.env.PATH ?? ""}`,
        GITHUB_STEP_SUMMARY: "",
        ...environment,
      },
    });
    return { code: status, error: stderr };
  };

  const called = (): string => readFileSync(join(project, "called"), "utf8").trim();

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "delivery-"));
    project = join(folder, "project");
    mkdirSync(join(project, ".ci"), { recursive: true });
    cpSync(join(root, ".ci/pulumi-stack"), join(project, ".ci/pulumi-stack"));
    symlinkSync(join(root, "policy-pack"), join(project, "policy-pack"));
    writeFileSync(join(project, "Pulumi.dev.yaml"), "config: {}\n");
    writeFileSync(join(folder, "pulumi"), PULUMI, { mode: 0o755 });
  });

  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const JUDGED = "--stack dev --policy-pack policy-pack --policy-pack-config policies.json --non-interactive";

  for (const [word, command] of [
    ["preview", `preview ${JUDGED}`],
    ["settled", `preview ${JUDGED} --expect-no-changes`],
    ["up", `up ${JUDGED} --yes`],
    ["drift", `preview ${JUDGED} --refresh --expect-no-changes`],
  ] as const) {
    it(`runs every Pulumi command with the pack: ${word}`, () => {
      assert.deepEqual(step([word, "dev"]), { code: 0, error: "" });
      assert.equal(called(), command);
    });
  }

  it("ends as Pulumi does, and shows the reports all the same", () => {
    const summary = join(folder, "summary.md");
    const { code } = step(["preview", "dev"], { VERDICT, END: "255", GITHUB_STEP_SUMMARY: summary });
    assert.equal(code, 255);
    assert.match(readFileSync(summary, "utf8"), /nothing stops the deployment/);
    assert.deepEqual(
      readdirSync(join(project, "reports")).sort(),
      ["jsonl", "md", "sarif", "xml"].map((format) => `policies-dev.${format}`),
    );
  });

  it("leaves no report of an earlier run behind", () => {
    step(["preview", "dev"], { VERDICT });
    step(["preview", "dev"]);
    assert.equal(existsSync(join(project, "reports/policies-dev.sarif")), false);
  });

  it("refuses a step or a stack that there is not", () => {
    assert.match(step(["destroy", "dev"]).error, /pulumi-stack preview <stack>/);
    assert.match(
      step(["preview", "prod"]).error,
      /there is no Pulumi.prod.yaml; a stack of this project is required/,
    );
    assert.equal(step(["preview"]).code, 2);
  });
});
