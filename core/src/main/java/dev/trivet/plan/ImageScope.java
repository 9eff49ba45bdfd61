package dev.trivet.plan;

/**
 * Which images are pulled.
 *
 * @since 0.1.0
 */
public enum ImageScope {
    /** Those of keepalived and HAProxy. */
    BALANCER,
    /** Those, and Kubernetes' own. */
    ALL
}
