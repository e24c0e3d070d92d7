import type { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import type { SourcePosition } from "@pulumi/pulumi/proto/source_pb";

/** A place in a program's source. */
export interface SourcePoint {
  /** A `file:` URL. */
  readonly url: string;
  readonly line: number;
  readonly column: number;
}

function isOwn(position: SourcePosition | undefined): position is SourcePosition {
  const url = position?.getUri() ?? "";
  return url.startsWith("file:") && !url.includes("/node_modules/");
}

/** Where the program makes the resource: the innermost place that is not in a package. SDKs of some languages say nothing. */
export function sourceOf(request: RegisterResourceRequest): SourcePoint | undefined {
  const frames = request.getStacktrace()?.getFramesList() ?? [];
  const position = [request.getSourceposition(), ...frames.map((frame) => frame.getPc())].find(isOwn);
  return position && { url: position.getUri(), line: position.getLine(), column: position.getColumn() };
}
