import { CONTAINER_HOLDERS, containersOf } from "../../aws/container-definitions";
import { isScanned, REPOSITORIES } from "../../aws/image-scanning";
import { anyCase } from "../../reading/any-case";
import { known, type View } from "../../reading/view";
import { defineControl, located } from "../../registry/control";
import { failAt } from "../../shapes/each-container";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const DIGEST = /@sha256:[0-9a-f]{64}$/;
const PRIVATE_REPOSITORY = /^\d{12}\.dkr[.-]ecr[^/]*\.amazonaws\.[a-z.]+\/([^:@]+)/;

function judge(stack: StackIndex, image: View): Outcome {
  if (image.isUnknown) return undetermined(image);
  const written = known(image.string()) ?? "";
  if (DIGEST.test(written)) return pass;
  const name = PRIVATE_REPOSITORY.exec(written)?.[1];
  if (name === undefined)
    return failAt(
      image,
      text`the tag can move and nobody scans the image; required: a digest, or a repository of ECR.`,
    );
  const repository = stack
    .ofTypes(REPOSITORIES)
    .find(({ props }) => known(props.at("name").string()) === name);
  const scanned = repository && isScanned(stack, repository);
  if (scanned === undefined) return undetermined(image, repository?.urn);
  return scanned
    ? pass
    : failAt(image, text`the image's repository does not scan; required: a scan, or a digest.`);
}

function judgeTask(stack: StackIndex, task: StackResource): readonly Outcome[] {
  const { containers, open } = containersOf(task.props);
  if (open) {
    const [repository] = stack.targets(task, "containerDefinitions", REPOSITORIES).found;
    return [undetermined(open, repository?.urn)];
  }
  const found = containers.map((container) => judge(stack, anyCase(container, "image")));
  const told = found.filter(({ verdict }) => verdict !== "pass");
  return told.length > 0 ? told : [pass];
}

export const control = defineControl({
  id: "ECS-21",
  name: "ecs-image-scanned-or-pinned",
  title: "Images are pinned by digest or come from repositories that scan them",
  why: "What a tag names today is not what it named when it was tested.",
  fix: "Name images by digest, or pull them from an aws.ecr.Repository that scans.",
  severity: "low",
  enforcement: "advisory",
  types: CONTAINER_HOLDERS,
  stack: (stack) =>
    stack
      .ofTypes(CONTAINER_HOLDERS)
      .flatMap((task) => judgeTask(stack, task).map((outcome) => located(task, outcome))),
  references: {
    nist80053: ["CM-14", "RA-5", "SI-7"],
    wellArchitected: ["SEC06-BP01", "SEC06-BP04"],
    pulumi: ["PB:ecs-task-definition-image-scanning"],
  },
});
