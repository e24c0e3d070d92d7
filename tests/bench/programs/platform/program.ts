import * as pulumi from "@pulumi/pulumi";

import { workload } from "../../../../stacks/workload";
import { businessOf, configurationOf } from "../../business";

const catalogue = businessOf(new pulumi.Config("bench").requireNumber("count"));

// What the program exports are the stack's outputs.
export = workload(configurationOf(catalogue), catalogue);
