package dev.trivet.spec;

import java.time.Duration;

/**
 * The health check of the balancer beside each speaker, known to be right.
 *
 * @param interval how often it runs
 * @param timeout when it counts as failed
 * @param fall failures in a row until the master counts as failed
 * @param rise successes in a row until it counts as well again
 * @param weight what failing adds to the priority, below zero
 * @param holderBonus what holding the address adds to the priority
 * @since 0.1.0
 */
public record BalancerCheck(Duration interval, Duration timeout, int fall, int rise, int weight, int holderBonus) {}
