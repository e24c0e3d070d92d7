import { canDo } from "./rights";
import type { Statement } from "./statement";
import { and, type Truth } from "../reading/truth";

/** Where the paths are from: they were read in these lists and written down anew, the shortest form of each. */
export const escalationOrigin = {
  sources: [
    "https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/",
    "https://github.com/RhinoSecurityLabs/Security-Research/blob/master/tools/aws-pentest-tools/aws_escalate.py",
    "https://github.com/DataDog/pathfinding.cloud",
  ],
  asOf: "2026-09-26",
};

/** Actions of IAM each of which lets an identity give itself more rights, or take over one that has them. */
const ALONE = [
  ...["addusertogroup", "attachgrouppolicy", "attachrolepolicy", "attachuserpolicy", "createaccesskey"],
  ...[
    "createloginprofile",
    "createpolicyversion",
    "deleterolepermissionsboundary",
    "deleteuserpermissionsboundary",
  ],
  ...[
    "putgrouppolicy",
    "putrolepolicy",
    "putrolepermissionsboundary",
    "putuserpermissionsboundary",
    "putuserpolicy",
  ],
  ...["setdefaultpolicyversion", "updateassumerolepolicy", "updateloginprofile"],
].map((action) => [`iam:${action}`]);

/** Ways to run code under a role that can be passed. */
const WITH_PASSED_ROLE = [
  ["apprunner:createservice"],
  ["autoscaling:createautoscalinggroup", "autoscaling:createlaunchconfiguration"],
  ["autoscaling:createlaunchconfiguration", "autoscaling:updateautoscalinggroup"],
  ["batch:registerjobdefinition", "batch:submitjob"],
  ["bedrock-agentcore:createcodeinterpreter", "bedrock-agentcore:invokecodeinterpreter"],
  ["braket:createjob"],
  ["cloudformation:createstack"],
  ["cloudformation:createstackinstances", "cloudformation:createstackset"],
  ["cloudformation:updatestackset"],
  ["codebuild:createproject", "codebuild:startbuild"],
  ["codebuild:createproject", "codebuild:startbuildbatch"],
  ["cognito-identity:setidentitypoolroles"],
  ["datapipeline:activatepipeline", "datapipeline:createpipeline", "datapipeline:putpipelinedefinition"],
  ["ec2:requestspotinstances"],
  ["ec2:runinstances"],
  ["ecs:createservice", "ecs:registertaskdefinition"],
  ["ecs:registertaskdefinition", "ecs:runtask"],
  ["ecs:registertaskdefinition", "ecs:starttask"],
  ["elasticmapreduce:runjobflow"],
  ["emr-serverless:createapplication", "emr-serverless:startjobrun"],
  ["glue:createdevendpoint"],
  ["glue:createjob", "glue:createtrigger"],
  ["glue:createjob", "glue:startjobrun"],
  ["glue:createsession", "glue:runstatement"],
  ["glue:startjobrun", "glue:updatejob"],
  ["lambda:addpermission", "lambda:createfunction"],
  ["lambda:createeventsourcemapping", "lambda:createfunction"],
  ["lambda:createfunction", "lambda:invokefunction"],
  ["sagemaker:createnotebookinstance"],
  ["sagemaker:createprocessingjob"],
  ["sagemaker:createtrainingjob"],
  ["scheduler:createschedule"],
  ["states:createstatemachine", "states:startexecution"],
].map((actions) => ["iam:passrole", ...actions]);

/** Ways to take over what already runs under a role of more rights. */
const TAKING_OVER = [
  ["cloudformation:createchangeset", "cloudformation:executechangeset"],
  ["ec2:modifyinstanceattribute", "ec2:startinstances", "ec2:stopinstances"],
  ["glue:updatedevendpoint"],
  ["lambda:updatefunctioncode"],
  ["sagemaker:createpresignednotebookinstanceurl"],
  ["ssm:sendcommand"],
];

/** Sets of actions; an identity that may do all of one set, on any resource, can come to more rights than it was given. */
export const ESCALATION_PATHS: readonly (readonly string[])[] = [
  ...ALONE,
  ...WITH_PASSED_ROLE,
  ...TAKING_OVER,
];

const ACTIONS = [...new Set(ESCALATION_PATHS.flat())];

/** A path that documents open, and how surely. */
export interface OpenPath {
  readonly actions: readonly string[];
  readonly isOpen: Truth;
}

/** The paths that the documents of one identity open together, the certain ones first. */
export function openPaths(document: readonly Statement[]): readonly OpenPath[] {
  const can = new Map(ACTIONS.map((action) => [action, canDo(document, action)]));
  const judged = ESCALATION_PATHS.map((actions) => ({
    actions,
    isOpen: and(...actions.map((action) => can.get(action) ?? "no")),
  }));
  const of = (wanted: Truth): readonly OpenPath[] => judged.filter(({ isOpen }) => isOpen === wanted);
  return [...of("yes"), ...of("maybe")];
}
