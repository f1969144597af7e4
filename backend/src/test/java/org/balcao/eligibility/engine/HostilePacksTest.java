package org.balcao.eligibility.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A pack that is wrong anywhere is refused as a whole, with the place and the reason. */
class HostilePacksTest {

    private static final String GOOD = RuleFolder.ofPortugal().pack();

    @Test
    void theGoodOneIsTaken() {
        assertThat(PackReader.read(GOOD).programmes()).hasSizeGreaterThanOrEqualTo(20);
    }

    @TestFactory
    Stream<DynamicTest> whatIsRefused() {
        String criterion =
                "{\"id\":\"x\",\"is\":[\"pregnant\",true],\"cite\":[\"ec-rsi\"],\"confidence\":\"confirmed\"}";
        return Stream.of(
                refused("no JSON", "{", "is not JSON"),
                refused("a name twice", GOOD.replaceFirst("\\{", "{\"format\":1,"), "Duplicate"),
                refused("more after the end", GOOD + "{}", "is not JSON"),
                refused(
                        "a number too large for both engines",
                        with("/parameters/ias/0", "value", "9007199254740993"),
                        "whole number"),
                refused("a number of many digits", with("/parameters/ias/0", "value", "9".repeat(5000)), "is not JSON"),
                refused("half a cent", with("/parameters/ias/0", "value", "1.5"), "whole number"),
                refused("a megabyte", GOOD + " ".repeat(PackReader.LONGEST), "longer than"),
                refused("deep JSON", with("/definitions", "deep", "[".repeat(5000) + "]".repeat(5000)), "is not JSON"),
                refused(
                        "a deep rule",
                        with("/definitions", "deep", "{\"not\":".repeat(40) + criterion + "}".repeat(40)),
                        "deeper than 12"),
                refused(
                        "a wide rule",
                        with("/definitions", "wide", "{\"all\":[" + (criterion + ",").repeat(70) + criterion + "]}"),
                        "list of 1 to 64"),
                refused(
                        "a rule of many nodes",
                        with(
                                "/definitions",
                                "many",
                                "{\"all\":["
                                        + ("{\"all\":[" + (criterion + ",").repeat(40) + criterion + "]},").repeat(8)
                                        + criterion + "]}"),
                        "more than 256 nodes"),
                refused(
                        "a circle",
                        with("/definitions", "adult", "{\"ref\":\"circle\"}", "circle", "{\"ref\":\"adult\"}"),
                        "defined by itself"),
                refused(
                        "a fact nobody declared",
                        with("/definitions", "adult", criterion.replace("pregnant", "happy")),
                        "is not a fact"),
                refused(
                        "a code nobody declared",
                        with(
                                "/definitions",
                                "adult",
                                criterion.replace(
                                        "\"is\":[\"pregnant\",true]", "\"in\":[\"protection_status\",[\"king\"]]")),
                        "code that"),
                refused(
                        "no source",
                        with("/definitions", "adult", criterion.replace("ec-rsi", "rumour")),
                        "source that"),
                refused(
                        "something nobody knows",
                        with("/definitions", "adult", criterion.replace("\"is\"", "\"execute\"")),
                        "no condition"),
                refused(
                        "a gap in time",
                        GOOD.replace("\"to\":\"2026-05-18\"", "\"to\":\"2026-05-17\""),
                        "leaves a gap"),
                refused(
                        "a reviewed rule that nobody reviewed",
                        GOOD.replaceFirst("\"status\":\"draft\"", "\"status\":\"published\""),
                        "who reviewed"),
                refused("no such day", GOOD.replaceFirst("2024-01-01", "2023-02-29"), "not a date"));
    }

    private static DynamicTest refused(String what, String pack, String why) {
        return DynamicTest.dynamicTest(
                what,
                () -> assertThatThrownBy(() -> PackReader.read(pack))
                        .isInstanceOf(PackException.class)
                        .hasMessageContaining(why));
    }

    /** The good pack with properties set at a place, each to a text of JSON, which need not be JSON. */
    private static String with(String at, String... namesAndValues) {
        ObjectNode pack = RuleFolder.ofPortugal().json();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            ((ObjectNode) pack.at(at)).put(namesAndValues[i], "@" + i + "@");
        }
        String written = CanonicalJson.of(pack);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            written = written.replace("\"@" + i + "@\"", namesAndValues[i + 1]);
        }
        return written;
    }
}
