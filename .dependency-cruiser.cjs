/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    {
      name: "layers-do-not-import-each-other",
      comment: "A layer knows infra/core and itself; only stacks/ sees two layers.",
      severity: "error",
      from: { path: "^infra/([^/]+)/" },
      to: { path: "^infra/", pathNot: "^infra/(core|$1)/" },
    },
    {
      name: "layers-only-through-their-doors",
      comment: "A layer has two doors: index.ts builds, settings.ts says what can be set and loads no SDK.",
      severity: "error",
      from: { path: "^(stacks|preview|sandbox)/" },
      to: { path: "^infra/(?!core/)[^/]+/", pathNot: "/(index|settings)\\.ts$" },
    },
    {
      name: "configuration-loads-no-sdk",
      comment: "A typing mistake is reported at once: nothing that judges configuration loads the AWS SDK.",
      severity: "error",
      from: { path: "^stacks/config" },
      to: { path: "node_modules/@pulumi/awsx?/", reachable: true },
    },
    {
      name: "infra-looks-nowhere-else",
      severity: "error",
      from: { path: "^infra/" },
      to: { path: "^(stacks|policy-pack|simulator|preview|sandbox|tests)/" },
    },
    {
      name: "the-program-knows-no-way-of-running",
      comment: "Nothing in the program knows whether it is previewed offline, in the sandbox or for real.",
      severity: "error",
      from: { path: "^stacks/" },
      to: { path: "^(policy-pack|simulator|preview|sandbox|tests)/" },
    },
    {
      name: "policies-stand-alone",
      comment: "The pack judges any program, so it knows none of ours.",
      severity: "error",
      from: { path: "^policy-pack/" },
      to: { path: "^(infra|stacks|simulator|preview|sandbox|tests)/" },
    },
    {
      name: "the-simulator-stands-alone",
      comment: "The simulator answers for AWS to any program.",
      severity: "error",
      from: { path: "^simulator/" },
      to: { path: "^(infra|stacks|policy-pack|preview|sandbox|tests)/" },
    },
    {
      name: "preview-and-sandbox-are-apart",
      comment: "Two ways to run; what both need of AWS is in simulator/.",
      severity: "error",
      from: { path: "^preview/" },
      to: { path: "^(sandbox|policy-pack|tests)/", pathNot: "^policy-pack/report/index\\.ts$" },
    },
    {
      name: "reports-need-no-pack",
      comment:
        "What writes reports of verdicts, of whichever pack, loads none; only the pack's own command does.",
      severity: "error",
      from: { path: "^policy-pack/report/", pathNot: "/(cli|rules)\\.ts$" },
      to: { path: "^policy-pack/(?!report/)|node_modules/@pulumi/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "sandbox-knows-no-pack",
      severity: "error",
      from: { path: "^sandbox/" },
      to: { path: "^(policy-pack|tests)/" },
    },
    {
      name: "the-product-does-not-import-its-tests",
      severity: "error",
      from: { pathNot: "^tests/" },
      to: { path: "^tests/" },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(node_modules|bin)/" },
  },
};
