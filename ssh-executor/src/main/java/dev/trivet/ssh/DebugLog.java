package dev.trivet.ssh;

import com.jcraft.jsch.Logger;

/** The library's own log: hosts, algorithms and key names, never a secret; for who asks for it. */
final class DebugLog implements Logger {

    private final System.Logger logger = System.getLogger(DebugLog.class.getPackageName());

    @Override
    public boolean isEnabled(int level) {
        return logger.isLoggable(System.Logger.Level.DEBUG);
    }

    @Override
    public void log(int level, String message) {
        logger.log(System.Logger.Level.DEBUG, () -> message);
    }
}
