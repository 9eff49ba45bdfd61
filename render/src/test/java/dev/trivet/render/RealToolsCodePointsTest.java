package dev.trivet.render;

import net.jqwik.api.Example;
import net.jqwik.api.Tag;

/** Every code point up to U+02FF that is not refused is harmless to the real programs, wherever it stands. */
@Tag("real-tools")
@RequiresTools(
        value = {"keepalived", "haproxy", "unshare", "mount", "ip"},
        nameSpaces = true)
class RealToolsCodePointsTest {

    @Example
    void keepalivedTakesWhatIsNotRefused() {
        RealToolsKeepalivedTest.check(Sample.of(TextField.allowed()));
    }

    @Example
    void haproxyTakesWhatIsNotRefused() {
        RealToolsHaproxyTest.check(Sample.of(TextField.allowed()));
    }
}
