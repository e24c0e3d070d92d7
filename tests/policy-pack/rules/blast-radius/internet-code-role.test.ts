import { aws, fixtures, type Program, ref, UNKNOWN } from "../../support/fixtures";
import { allows, attached, inline } from "../../support/instance-roles";

const role = aws("iam/role:Role", { assumeRolePolicy: "{}" });
const lambda = aws("lambda/function:Function", { role: ref("role") });
const url = aws("lambda/functionUrl:FunctionUrl", { functionName: ref("lambda"), authorizationType: "NONE" });
const open: Program = { role, lambda, url };
const service = (internal: boolean): Program => ({
  role,
  balancer: aws("lb/loadBalancer:LoadBalancer", { internal }),
  group: aws("lb/targetGroup:TargetGroup"),
  listener: aws("lb/listener:Listener", {
    loadBalancerArn: ref("balancer"),
    defaultActions: [{ type: "forward", targetGroupArn: ref("group") }],
  }),
  task: aws("ecs/taskDefinition:TaskDefinition", { taskRoleArn: ref("role") }),
  service: aws("ecs/service:Service", {
    taskDefinition: ref("task"),
    loadBalancers: [{ targetGroupArn: ref("group"), containerName: "app", containerPort: 80 }],
  }),
});

fixtures("internet-code-role", {
  pass: {
    "a public function with a role of its own": { ...open, ...inline(allows("s3:GetObject")) },
    "a public service with a role of its own": { ...service(false), ...inline(allows("s3:GetObject")) },
  },
  fail: {
    "a public function that may make administrators by a policy of AWS": {
      ...open,
      ...attached("arn:aws:iam::aws:policy/IAMFullAccess"),
    },
    "a public function with all but IAM, attached together with others": {
      ...open,
      shared: aws("iam/policyAttachment:PolicyAttachment", {
        roles: [ref("role")],
        policyArn: "arn:aws:iam::aws:policy/PowerUserAccess",
      }),
    },
    "a function behind a balancer that is an administrator": {
      role,
      lambda,
      door: aws("lambda/permission:Permission", {
        function: ref("lambda"),
        action: "lambda:InvokeFunction",
        principal: "elasticloadbalancing.amazonaws.com",
      }),
      ...inline(allows("*")),
    },

    "a public function that is an administrator": {
      ...open,
      ...attached("arn:aws:iam::aws:policy/AdministratorAccess"),
    },
    "a function behind an API that may make administrators": {
      role,
      lambda,
      door: aws("lambda/permission:Permission", {
        function: ref("lambda"),
        action: "lambda:InvokeFunction",
        principal: "apigateway.amazonaws.com",
      }),
      ...inline(allows("iam:*")),
    },
    "a public service that is an administrator": { ...service(false), ...inline(allows("*")) },
    "a service behind a public and an internal balancer that is an administrator": {
      ...service(false),
      ...inline(allows("*")),
      inner: aws("lb/loadBalancer:LoadBalancer", { internal: true }),
      other: aws("lb/listener:Listener", {
        loadBalancerArn: ref("inner"),
        defaultActions: [{ type: "forward", targetGroupArn: ref("group") }],
      }),
    },
  },
  unknown: {
    "a public function whose policies are computed": {
      ...open,
      role: aws("iam/role:Role", { assumeRolePolicy: "{}", managedPolicyArns: UNKNOWN }),
    },
    "a public function whose rights are computed": { ...open, ...inline(UNKNOWN) },
  },
  unset: { "a public function without any rights": ["pass", open] },
  alias: {
    "a service behind a rule of a listener": {
      ...service(false),
      listener: aws("alb/listener:Listener", { loadBalancerArn: ref("balancer"), defaultActions: [] }),
      rule: aws("alb/listenerRule:ListenerRule", {
        listenerArn: ref("listener"),
        actions: [{ type: "forward", targetGroupArn: ref("group") }],
      }),
      ...inline(allows("*")),
    },
  },
  notApplicable: {
    "a public function whose role is elsewhere": {
      lambda: aws("lambda/function:Function", { role: "arn" }),
      url,
    },
  },
  otherTypes: {
    "a function that nothing outside invokes": { role, lambda, ...inline(allows("*")) },
    "an internal service": { ...service(true), ...inline(allows("*")) },
  },
});
