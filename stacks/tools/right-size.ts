import { readFileSync } from "node:fs";
import { join } from "node:path";

import { describeRightSizing, rightSizing } from "../sizes/right-sizing";

// What the sizes of an environment should be by what is used of them: words on standard error, the change on standard output.
const [stack, measured] = process.argv.slice(2);
if (stack === undefined || measured === undefined) {
  throw new Error(
    "Say the stack and the file of what was measured: npm run --silent right-size -- dev used.json",
  );
}
const file = `Pulumi.${stack}.yaml`;
const text = readFileSync(join(__dirname, "..", "..", file), "utf8");
const proposal = rightSizing(file, text, JSON.parse(readFileSync(measured, "utf8")));
process.stderr.write(`${describeRightSizing(proposal)}\n`);
process.stdout.write(proposal.diff);
