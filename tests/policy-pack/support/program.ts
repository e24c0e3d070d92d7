import type { Props } from "./pack-messages";

/** A resource of a fixture; `ref` in its properties stands for what another one computes. */
export interface Resource {
  readonly type: string;
  readonly props: Props;
  readonly provider?: Props;
  readonly parent?: string;
  /** What the resource has become; its inputs where it is not said. */
  readonly outputs?: Props;
}

/** A small program: resources by their logical names. */
export type Program = Readonly<Record<string, Resource>>;
