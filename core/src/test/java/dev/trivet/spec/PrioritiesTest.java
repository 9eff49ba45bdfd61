package dev.trivet.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrioritiesTest {

    @Test
    void descendsFrom200By20() {
        assertThat(series(none(1))).containsExactly(200);
        assertThat(series(none(2))).containsExactly(200, 180);
        assertThat(series(none(3))).containsExactly(200, 180, 160);
    }

    @Test
    void descendsInSmallerStepsForMoreMasters() {
        assertThat(series(none(5))).containsExactly(200, 190, 180, 170, 160);
        assertThat(series(none(7))).containsExactly(200, 194, 188, 182, 176, 170, 164);
        assertThat(series(none(41)))
                .isEqualTo(IntStream.rangeClosed(0, 40).mapToObj(i -> 200 - i).toList());
    }

    @Test
    void runsThroughAWrittenPriority() {
        assertThat(series(written(null, null, 90))).containsExactly(130, 110, 90);
        assertThat(series(written(100, null, null))).containsExactly(100, 84, 68);
        assertThat(series(written(null, 100, null))).containsExactly(119, 100, 81);
        assertThat(series(written(null, null, 200))).containsExactly(226, 213, 200);
    }

    @Test
    void runsThroughTheFirstOfSeveralAndLeavesTheOthers() {
        assertThat(series(written(null, 100, 120))).containsExactly(119, 100, 120);
        assertThat(series(written(3, 2, 1))).containsExactly(3, 2, 1);
    }

    @Test
    void staysWithin1To254() {
        assertThat(series(written(null, null, 254))).containsExactly(253, 252, 254);
        assertThat(series(written(5, null, null))).containsExactly(5, 4, 3);
    }

    @Test
    void keepsWithinTheRoomThatWeightAndBonusLeave() {
        var check = HealthCheck.defaults();
        assertThat(Priorities.proved(none(3), check.withWeight(-20))).containsExactly(200, 196, 192);
        assertThat(Priorities.proved(none(3), check.withHolderBonus(60))).containsExactly(194, 175, 156);
        assertThat(Priorities.proved(none(3), check.withWeight(-180))).containsExactly(217, 199, 181);
        assertThat(Priorities.proved(none(3), check.withWeight(-1))).containsExactly(200, 199, 198);
    }

    /** Whoever writes one priority only need not know the arithmetic. */
    @Property(tries = 500)
    void aSinglePriorityIsEnough(
            @ForAll @IntRange(min = 9, max = 246) int priority, @ForAll @IntRange(max = 2) int index) {
        var written = new ArrayList<>(none(3));
        written.set(index, Optional.of(priority));
        assertThat(Arithmetic.of(series(written), HealthCheck.defaults()).isProved())
                .isTrue();
    }

    @Test
    void hasNothingToFillWithoutMasters() {
        assertThat(series(none(0))).isEmpty();
        assertThat(Priorities.article(none(0))).isEmpty();
    }

    @Property
    void isAlwaysDistinctAndInRangeWhereWhatIsWrittenIs(
            @ForAll @Size(max = 60) List<@IntRange(min = -40, max = 254) Integer> some) {
        var seen = new HashSet<Integer>();
        var written = some.stream()
                .map(priority -> Optional.of(priority).filter(p -> p > 0 && seen.add(p)))
                .toList();
        assertThat(series(written)).hasSameSizeAs(some).doesNotHaveDuplicates().allMatch(p -> p >= 1 && p <= 254);
        assertThat(Priorities.article(written)).hasSameSizeAs(some).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 41, 50})
    void isProvedForAnyNumberOfMasters(int masters) {
        assertThat(Violations.errorsOf(Specs.ofMasters(masters))).isEmpty();
    }

    @Test
    void countsDownFrom100AsTheArticleDoes() {
        assertThat(Priorities.article(none(5))).containsExactly(100, 99, 98, 97, 96);
    }

    @Test
    void leavesWhatIsWrittenOutOfTheArticlesSeries() {
        assertThat(Priorities.article(written(null, 100, null))).containsExactly(99, 100, 98);
        assertThat(Priorities.article(written(null, null, 99, 98, null))).containsExactly(100, 97, 99, 98, 96);
        assertThat(Priorities.article(written(7, null, null))).containsExactly(7, 100, 99);
    }

    @Test
    void neverFallsBelow1InTheArticlesSeries() {
        assertThat(Priorities.article(none(103))).endsWith(2, 1, 1, 1, 1);
    }

    private static List<Integer> series(List<Optional<Integer>> written) {
        return Priorities.proved(written, HealthCheck.defaults());
    }

    private static List<Optional<Integer>> none(int count) {
        return Collections.nCopies(count, Optional.empty());
    }

    private static List<Optional<Integer>> written(@Nullable Integer... priorities) {
        return Arrays.stream(priorities).map(Optional::ofNullable).toList();
    }
}
