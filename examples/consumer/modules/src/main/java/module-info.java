/** A tool of named modules. */
// dev.trivet.render is an automatic module, as the Kubernetes model below it is.
@SuppressWarnings("requires-automatic")
module com.example.modules {
    requires dev.trivet.core;
    requires dev.trivet.render;
    requires dev.trivet.ssh;
}
