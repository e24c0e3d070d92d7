import { join } from "node:path";

import { writeWhole } from "../../policy-pack/report";
import { messageOf } from "../preview-error";
import type { PreviewResult } from "../result";
import { renderHtml } from "../report/html";
import { CommandFailure } from "./failure";

/** The name of a stack's report: projects that share a folder do not overwrite each other's. */
function fileName({ program, stack }: PreviewResult): string {
  return `${program}-${stack}.html`.replace(/[^\w.-]/g, "-");
}

/**
 * Writes the report of one stack.
 *
 * @param folder - Where to; made if it is not there.
 * @returns the file's path
 * @throws CommandFailure naming the folder, where it cannot be written.
 */
export async function writeReport(folder: string, result: PreviewResult): Promise<string> {
  const file = join(folder, fileName(result));
  const html = renderHtml(result, new Date());
  try {
    await writeWhole(file, html);
  } catch (error) {
    throw new CommandFailure(
      "report",
      `the report cannot be written to the folder ${folder}: ${messageOf(error)}`,
      [
        "a folder that can be written is required: name one with --report, or leave the report out with --no-report",
      ],
    );
  }
  return file;
}
