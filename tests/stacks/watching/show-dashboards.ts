import { writeFileSync } from "node:fs";

import { deployedStack } from "../program";
import { dashboardPage } from "./dashboard-page";
import { textOf } from "./graph";

/** Writes the dashboards of a stack as a page to look at. */
async function show(stack: string, file: string): Promise<void> {
  const simulation = await deployedStack(stack);
  const dashboards = simulation
    .ofType("aws:cloudwatch/dashboard:Dashboard")
    .map((each) => ({ name: textOf(each, "dashboardName"), body: textOf(each, "dashboardBody") }));
  writeFileSync(file, dashboardPage(dashboards));
}

const [stack = "prod", file = "dashboards.html"] = process.argv.slice(2);
void show(stack, file);
