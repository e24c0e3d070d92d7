import { createRequire } from "node:module";
import * as path from "node:path";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

// The stack's one provider, so that the change differs from the program in nothing but the violation.
let provider: aws.Provider | undefined;
pulumi.runtime.registerStackTransformation(({ resource }) => {
  if (aws.Provider.isInstance(resource)) provider ??= resource;
  return undefined;
});

// The project's own program, unchanged, and one thing more that no policy pack of ours lets pass: SSH open to the world.
const folder = path.resolve(process.env.SANDBOX_PROGRAM ?? "");
process.chdir(folder);
createRequire(path.join(folder, "Pulumi.yaml"))(folder);

new aws.ec2.SecurityGroup(
  "open-to-the-world",
  { ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] }] },
  provider === undefined ? {} : { provider },
);
