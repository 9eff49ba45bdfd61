package dev.trivet.ssh;

import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The connection to one server, made by whoever needs it first and made again when it broke. What must not be tried again
 * is remembered.
 */
final class Connection implements AutoCloseable {

    private final Endpoint endpoint;
    private final Optional<Connection> between;
    private final SessionMaker maker;
    private final boolean renewable;

    private Optional<CompletableFuture<Session>> attempt;
    private Optional<Link> link = Optional.empty();
    private Optional<NotConnectedException> verdict = Optional.empty();

    Connection(Endpoint endpoint, Optional<Connection> between, SessionMaker maker) {
        this.endpoint = endpoint;
        this.between = between;
        this.maker = maker;
        this.renewable = true;
        this.attempt = Optional.empty();
    }

    private Connection(Connection of, Session session) {
        this.endpoint = of.endpoint;
        this.between = of.between;
        this.maker = of.maker;
        this.renewable = false;
        this.attempt = Optional.of(CompletableFuture.completedFuture(session));
    }

    /** The same, but never made again: a process number means nothing on a machine that has started anew. */
    Connection only(Session session) {
        return new Connection(this, session);
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /** The connection, for which the caller may have to wait. */
    @SuppressWarnings("ReferenceEquality") // Whether it is this very attempt decides who makes it.
    Session session() throws NotConnectedException {
        CompletableFuture<Session> mine = new CompletableFuture<>();
        var shared = joinOrStart(mine);
        if (shared == mine) {
            fulfil(mine);
        }
        try {
            return shared.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof NotConnectedException reason
                    ? reason
                    : NotConnectedException.forNow(endpoint + ": " + e.getCause());
        }
    }

    /** Remembers why nothing must be tried here any more. */
    synchronized void giveUp(String reason) {
        verdict = Optional.of(NotConnectedException.forGood(reason));
    }

    /** Drops a connection that does not answer; the next command makes another. */
    void drop(Session session) {
        Optional<Link> old;
        synchronized (this) {
            old = isCurrent(session) ? link : Optional.empty();
        }
        // The socket first: to take leave, the library would wait for one that takes nothing any more.
        old.ifPresent(Link::close);
        session.disconnect();
    }

    @Override
    public void close() {
        Optional<CompletableFuture<Session>> last;
        Optional<Link> open;
        synchronized (this) {
            giveUp(endpoint + ": the executor is closed");
            last = attempt;
            open = link;
        }
        open.ifPresent(Link::close);
        // One that is just being made fails, as its socket is closed.
        last.filter(Connection::isUsable)
                .filter(CompletableFuture::isDone)
                .ifPresent(made -> made.join().disconnect());
    }

    private synchronized CompletableFuture<Session> joinOrStart(CompletableFuture<Session> mine)
            throws NotConnectedException {
        if (verdict.isPresent()) {
            throw verdict.get();
        }
        if (attempt.filter(Connection::isUsable).isEmpty()) {
            if (!renewable) {
                throw NotConnectedException.forNow(endpoint + ": the connection broke");
            }
            attempt = Optional.of(mine);
        }
        return attempt.orElse(mine);
    }

    private void fulfil(CompletableFuture<Session> mine) {
        try {
            mine.complete(connect());
        } catch (NotConnectedException e) {
            if (e.isLasting()) {
                giveUp(e.reason());
            }
            mine.completeExceptionally(e);
        } catch (RuntimeException e) {
            mine.completeExceptionally(e);
        } catch (Error e) {
            // The others that wait must hear of it, too.
            mine.completeExceptionally(e);
            throw e;
        }
    }

    private Session connect() throws NotConnectedException {
        int millis = maker.settings().connectMillis();
        Link fresh = between.isPresent() ? new TunnelLink(between.get().session(), millis) : new DirectLink(millis);
        synchronized (this) {
            if (verdict.isPresent()) {
                throw verdict.get();
            }
            link = Optional.of(fresh);
        }
        Optional<Session> session = Optional.empty();
        try {
            session = Optional.of(maker.session(endpoint, fresh));
            session.get().connect(millis);
            return session.get();
        } catch (JSchException e) {
            fresh.close();
            throw new Failures(endpoint, maker.settings()).explain(e, session.map(Session::getHostKey));
        }
    }

    private synchronized boolean isCurrent(Session session) {
        return attempt.filter(CompletableFuture::isDone)
                .filter(done -> !done.isCompletedExceptionally() && done.join().equals(session))
                .isPresent();
    }

    private static boolean isUsable(CompletableFuture<Session> attempt) {
        if (!attempt.isDone()) {
            return true;
        }
        return !attempt.isCompletedExceptionally() && attempt.join().isConnected();
    }
}
