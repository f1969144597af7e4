package org.balcao.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyedHashTest {

    @Test
    void equalTextsHaveOneHash() {
        assertThat(KeyedHash.of("a", null, "ção")).isEqualTo(KeyedHash.of("a", null, "ção"));
    }

    @Test
    void itMattersWhereOneTextEndsAndTheNextBegins() {
        assertThat(KeyedHash.of("ab", "c")).isNotEqualTo(KeyedHash.of("a", "bc"));
        assertThat(KeyedHash.of("ab")).isNotEqualTo(KeyedHash.of("a", "b"));
    }

    @Test
    void noTextIsNotAnEmptyText() {
        assertThat(KeyedHash.of((String) null)).isNotEqualTo(KeyedHash.of(""));
    }

    @Test
    void textsThatNoEncodingTakesAreToldApart() {
        assertThat(KeyedHash.of("\ud800")).isNotEqualTo(KeyedHash.of("\ud801"));
    }

    @Test
    void theHashIsNotOneThatAnybodyCanWorkOut() throws Exception {
        byte[] known = java.security.MessageDigest.getInstance("SHA-256").digest(new byte[] {0, 0, 0, 1, 0, 'a'});
        assertThat(KeyedHash.of("a").first())
                .isNotEqualTo(java.nio.ByteBuffer.wrap(known).getLong());
    }
}
