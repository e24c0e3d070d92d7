import "./promise-traces";

import * as pulumi from "@pulumi/pulumi";

import { account, type AccountOutputs } from "./account";
import { catalogue } from "./catalogue";
import { type Configuration, parseConfiguration } from "./config";
import { workload, type WorkloadOutputs } from "./workload";

const stack = pulumi.getStack();

/** Pulumi's language host says in this variable, as a JSON list, which keys hold encrypted values. */
const secretKeys = JSON.parse(process.env.PULUMI_CONFIG_SECRET_KEYS ?? "[]") as readonly string[];

/** Runs the program that the stack's configuration names. */
function run(configuration: Configuration): AccountOutputs | Promise<AccountOutputs> | WorkloadOutputs {
  switch (configuration.program) {
    case "account":
      return account(configuration);
    case "workload":
      return workload(configuration, catalogue);
  }
}

// What the program exports are the stack's outputs, or a promise of them.
export = run(parseConfiguration(stack, `Pulumi.${stack}.yaml`, pulumi.runtime.allConfig(), secretKeys));
