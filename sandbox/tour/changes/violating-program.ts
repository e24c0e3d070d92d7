import { createRequire } from "node:module";
import * as path from "node:path";
import * as aws from "@pulumi/aws";

// The project's own program, unchanged, and one thing more that no policy pack of ours lets pass: SSH open to the world.
const folder = path.resolve(process.env.SANDBOX_PROGRAM ?? "");
process.chdir(folder);
createRequire(path.join(folder, "Pulumi.yaml"))(folder);

const provider = new aws.Provider(
  "violating-change",
  aws.config.region === undefined ? {} : { region: aws.config.region },
);
new aws.ec2.SecurityGroup(
  "open-to-the-world",
  { ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] }] },
  { provider },
);
