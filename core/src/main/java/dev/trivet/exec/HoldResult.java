package dev.trivet.exec;

/**
 * Whether a master is held for this operator.
 *
 * @since 0.1.0
 */
public sealed interface HoldResult {

    /**
     * It is, until this is closed or the connection breaks.
     *
     * @since 0.1.0
     */
    non-sealed interface Held extends HoldResult, AutoCloseable {

        /**
         * Whether it still is.
         *
         * @return whether nobody else can hold it
         */
        boolean isHeld();

        /**
         * Whether nobody has held it before: what was seen before it was held is still so, as far as others like us go.
         *
         * @return whether it is certain that nobody has held it since the machine was started
         */
        default boolean isFirst() {
            return false;
        }

        /** Lets it go. */
        @Override
        void close();
    }

    /**
     * Somebody else holds it.
     *
     * @param holder who, from where and since when
     * @since 0.1.0
     */
    record Taken(String holder) implements HoldResult {}

    /**
     * It could not be asked for.
     *
     * @param reason what is wrong and what to do about it
     * @since 0.1.0
     */
    record Failed(String reason) implements HoldResult {}
}
