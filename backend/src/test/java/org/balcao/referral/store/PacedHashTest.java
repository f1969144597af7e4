package org.balcao.referral.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.balcao.referral.store.PacedHash.Pace;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A hash with rests in between is the one that the JDK makes, so that the codes of today open what was hashed yesterday. */
class PacedHashTest {
    @ParameterizedTest
    @CsvSource({"K7MXQ2ABCDE,salt,1", "K7MXQ2ABCDE,other salt,2", "a,salt,4097", "ção,salt,1000", "'',salt,10"})
    void isTheJdksOwn(String secret, String salt, int rounds) throws GeneralSecurityException {
        byte[] bytes = salt.getBytes(StandardCharsets.UTF_8);
        byte[] jdk = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                .generateSecret(new PBEKeySpec(secret.toCharArray(), bytes, rounds, 256))
                .getEncoded();
        assertThat(PacedHash.of(secret, bytes, rounds, 32, Pace.WITHOUT_REST)).isEqualTo(jdk);
        assertThat(PacedHash.of(secret, bytes, rounds, 32, new Pace(1, 1))).isEqualTo(jdk);
    }
}
