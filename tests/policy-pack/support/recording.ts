import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { AnalyzeRequest, AnalyzeStackRequest } from "@pulumi/pulumi/proto/analyzer_pb";

import { previewStack } from "../../../preview";

const PROJECT = resolve(__dirname, "../../..");

/** What the engine shows a pack of one stack. */
export interface Recording {
  readonly resources: readonly AnalyzeRequest[];
  readonly stack: AnalyzeStackRequest;
}

/** Previews a stack, of this project where no other is named, and keeps every message that a policy pack gets. */
export async function record(stack: string, projectDir = PROJECT): Promise<Recording> {
  const folder = mkdtempSync(join(tmpdir(), "recorded-"));
  const file = join(folder, "requests");
  process.env.RECORDED_REQUESTS = file;
  try {
    await previewStack({ projectDir, stack, policyPacks: [join(__dirname, "recorder")] });
    const lines = readFileSync(file, "utf8").trimEnd().split("\n");
    const bytes = (kind: string): Uint8Array[] =>
      lines
        .filter((line) => line.startsWith(`${kind} `))
        .map((line) => Buffer.from(line.slice(kind.length + 1), "base64"));
    const [whole] = bytes("analyzeStack");
    if (!whole) throw new Error(`the preview of ${stack} judged no stack`);
    return {
      resources: bytes("analyze").map((each) => AnalyzeRequest.deserializeBinary(each)),
      stack: AnalyzeStackRequest.deserializeBinary(whole),
    };
  } finally {
    Reflect.deleteProperty(process.env, "RECORDED_REQUESTS");
    rmSync(folder, { recursive: true, force: true });
  }
}
