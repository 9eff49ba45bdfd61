// A tour of Trivet, from a spec to a control plane that loses a machine: `examples/jshell examples/tour.jsh`, or
// `/open examples/tour.jsh` in a JShell that is open. It writes below target/tour and reaches no machine.

void show(String typed, Object value) {
    System.out.printf("%n> %s%n%s%n", typed, value);
}

// 1. What is wanted. Nothing is judged yet.
var spec = ClusterSpec.named("edge").
    kubernetesVersion("1.35.9").
    virtualIp(VirtualIp.of("192.168.1.50/24").onInterface("eth0")).
    master("m1", "192.168.1.141").
    master("m2", "192.168.1.142").
    master("m3", "192.168.1.143").
    build();
show("spec", spec);

// 2. Everything that is wrong with a description is said at once.
var broken = spec.
    withVirtualIp(VirtualIp.of("192.168.1.141/24").onInterface("eth0")).
    withLoadBalancer(LoadBalancer.defaults().withPort(6443));
show("broken.validate()", broken.validate());

// 3. What is right goes on. What it survives is proved, with the longest outage of each fault.
var cluster = spec.validate().orThrow();
var analysis = FailoverAnalysis.of(cluster);
show("analysis", analysis);

// 4. The same to look at, beside the article's settings, which do not survive everything.
var report = FailoverReport.of(analysis);
show("report", report);
show("report.writeTo(...)", report.writeTo(Path.of("target/tour/failover.html")));
show("classic", FailoverReport.of(FailoverAnalysis.ofClassic(cluster)).writeTo(Path.of("target/tour/classic.html")));

// 5. Every file of every master.
var artifacts = Renderers.standard().render(cluster);
show("artifacts", artifacts);
show("artifacts.of(...).text()", artifacts.of("m1", "/etc/keepalived/keepalived.conf").text());
artifacts.writeTo(Path.of("target/tour"));

// 6. A rack that is simulated: look at it, plan, apply. Applied again, there is nothing to do.
var rack = InMemoryExecutor.of(cluster);
var controlPlane = ControlPlane.of(cluster, artifacts).over(rack);
show("controlPlane", controlPlane);
show("controlPlane.observe()", controlPlane.observe());
var plan = controlPlane.plan();
show("plan", plan);
show("plan.toMermaid()", plan.toMermaid());
var done = controlPlane.apply(event -> {});
show("done", done);
show("rack", rack);
show("controlPlane.plan()", controlPlane.plan());

// 7. The holder of the address is cut off: another takes it, and keeps it. A file that somebody changes is mended.
rack.fail(new Fault("m1", Component.NODE, Condition.DOWN));
show("rack.holder()", rack.holder().orElseThrow() + ", served: " + rack.isServed());
rack.fail(new Fault("m1", Component.NODE, Condition.UP));
rack.machine("m3").write("/etc/haproxy/haproxy.cfg", FileMode.PUBLIC, "global\n");
show("controlPlane.apply(...)", controlPlane.apply(event -> {}));

// 8. A way to machines is one method. This one only tells what it would run.
NodeExecutor telling = (master, command, lines) -> {
    System.out.println(master.name() + ": " + command);
    return new CommandResult.NotRun("this is a tour");
};
show("...over(telling).plan()", ControlPlane.of(cluster, artifacts).over(telling).plan());

// Real machines take SshExecutor in its place. All that was made here is still there: go on, and leave by /exit.
show("SshExecutor.as(\"root\")", SshExecutor.as("root"));
