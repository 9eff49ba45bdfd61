package dev.trivet.spec;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralsTest {

    @ParameterizedTest
    @CsvSource({
        "192.168.1.50, 192.168.1.50",
        "0.0.0.0, 0.0.0.0",
        "255.255.255.255, 255.255.255.255",
        "'::', '::'",
        "::1, ::1",
        "fd00::, fd00::",
        "FD77:0:0::000A, fd77::a",
        "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "0000:0000:0000:0000:0000:0000:0000:0001, ::1"
    })
    void readsAnAddressAndWritesItInItsOneForm(String text, String canonical) {
        assertThat(Literals.address(text)).map(IpAddress::toString).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.168.1.050", "00.0.0.0", "192.168.1", "192.168.257", "3232235826", "192.168.1.50.",
                        "192.168.1.50.1",
                ".1.2.3", "1..2.3", "192.168.1.256", "192.168.1.1000", "0xc0.168.1.50", "0xc0a80132", "0300.0250.1.062",
                "192.168.1.-1", "+1.2.3.4", "1.2.3.4e0", "١.2.3.4"
            })
    void refusesWhatOtherProgramsMightReadAsAnotherIpv4Address(String text) {
        assertThat(Literals.address(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":",
                ":::",
                "1::2::3",
                "fd00:::1",
                "fd00",
                "fd00:",
                ":fd00",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "::1:2:3:4:5:6:7:8",
                "fd00::12345",
                "fd00::g",
                "fd00::1%eth0",
                "fd00::1%1",
                "[fd00::1]",
                "::ffff:192.168.1.50",
                "::192.168.1.50",
                "64:ff9b::192.0.2.1",
                "fd00-1-2-3-4-5-6-7",
                "0xfd00::1",
                "fd000000000000000000000000000001",
                "4)+k&C#VzJ4br>0wv%Yp"
            })
    void refusesIpv6AddressesThatAreNotPlain(String text) {
        assertThat(Literals.address(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                " 192.168.1.50",
                "192.168.1.50 ",
                "192.168.1.50\n",
                "192.168.1.\t50",
                "fd00:: 1",
                "*",
                "*.*.*.*",
                "192.168.1.*",
                "192.168.1._",
                "192.168.1.1-9",
                "192.168.1-9",
                "fd00::*",
                "fd00::1-9",
                "192.168.1.50/24",
                "fd00::1/64",
                "192.168.1.50/255.255.255.0",
                "192.168.1.50,60",
                "localhost",
                "m1",
                "::1/"
            })
    void refusesRangesWildcardsPrefixesAndNames(String text) {
        assertThat(Literals.address(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.1.50/24, 192.168.1.50, 192.168.1.0/24",
        "10.9.8.7/8, 10.9.8.7, 10.0.0.0/8",
        "192.168.1.50/32, 192.168.1.50, 192.168.1.50/32",
        "192.168.1.50/0, 192.168.1.50, 0.0.0.0/0",
        "FD00::0050/64, fd00::50, fd00::/64",
        "fd00::50/128, fd00::50, fd00::50/128"
    })
    void readsAnAddressWithItsPrefix(String text, String address, String subnet) {
        var found = Literals.addressWithPrefix(text).orElseThrow();
        assertThat(found.address()).hasToString(address);
        assertThat(found.subnet()).hasToString(subnet);
        assertThat(found).hasToString(address + subnet.substring(subnet.indexOf('/')));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/24",
                "192.168.1.50",
                "192.168.1.50/",
                "192.168.1.50/33",
                "192.168.1.50/999",
                "192.168.1.50/024",
                "192.168.1.50/+24",
                "192.168.1.50/-1",
                "192.168.1.50/24 ",
                "192.168.1.50/24/24",
                "192.168.1.50//24",
                "fd00::50/129",
                "fd00::50%eth0/64",
                "fd00::50/64%eth0",
                "192.168.1.50/255.255.255.0",
                "192.168.1.50/1000"
            })
    void refusesAnotherPrefix(String text) {
        assertThat(Literals.addressWithPrefix(text)).isEmpty();
        assertThat(Literals.subnet(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.244.0.0/16", "0.0.0.0/0", "10.0.0.1/32", "fd00:10:244::/56", "::/0", "fd00::1/128"})
    void readsASubnetWhoseHostBitsAreZero(String text) {
        assertThat(Literals.subnet(text)).map(Subnet::toString).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.244.0.1/16", "10.244.128.0/16", "128.0.0.0/0", "fd00:10:244:80::/56", "fd00::1/127"})
    void refusesASubnetWithHostBits(String text) {
        assertThat(Literals.subnet(text)).isEmpty();
        assertThat(Literals.addressWithPrefix(text)).isPresent();
    }

    @Property
    void whatIsReadIsReadAgainTheSame(
            @ForAll
                    @Chars({'.', ':', '/'})
                    @CharRange(from = '0', to = '2')
                    @CharRange(from = 'a', to = 'b')
                    @StringLength(max = 12)
                    String text) {
        Literals.address(text)
                .ifPresent(address ->
                        assertThat(Literals.address(address.toString())).contains(address));
        Literals.addressWithPrefix(text)
                .ifPresent(found ->
                        assertThat(Literals.addressWithPrefix(found.toString())).contains(found));
    }
}
