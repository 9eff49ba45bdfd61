/** Runs commands on masters over SSH. */
module dev.trivet.ssh {
    requires transitive dev.trivet.core;
    requires com.jcraft.jsch;
    requires jdk.net;
    requires static transitive org.jspecify;

    exports dev.trivet.ssh;
}
