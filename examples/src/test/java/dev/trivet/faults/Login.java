package dev.trivet.faults;

import dev.trivet.exec.Secret;
import dev.trivet.harness.SshHost;
import dev.trivet.ssh.SshExecutor;

/** Ways to log in and become root: between them, all that there are, and all login shells that are promised. */
enum Login {
    ROOT("root", "bash") {
        @Override
        SshExecutor open(Site site) {
            return site.as(user).open();
        }
    },
    SUDO_BEHIND_A_JUMP_HOST("fished", "fish") {
        @Override
        SshExecutor open(Site site) {
            return site.as(user).sudo().jump("bashed@" + site.gate().address()).open();
        }
    },
    SUDO_WITH_A_PASSWORD("asked", "dash") {
        @Override
        SshExecutor open(Site site) {
            return site.as(user).sudo(Secret.of(SshHost.SUDO_PASSWORD)).open();
        }
    };

    final String user;
    final String shell;

    Login(String user, String shell) {
        this.user = user;
        this.shell = shell;
    }

    abstract SshExecutor open(Site site);
}
