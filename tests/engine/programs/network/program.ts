import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { Network, type NetworkArgs } from "../../../../infra/network";

const provider = new aws.Provider("here", { region: "eu-west-1", allowedAccountIds: ["111122223333"] });
const args = new pulumi.Config().requireObject<NetworkArgs>("args");

export const { vpcId } = new Network("network", args, { providers: [provider] });
