package org.balcao.directory.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a page at which a fact can be checked. */
class PublicPageTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://aima.gov.pt/pt/servicos",
                "https://www.oeiras.pt/interculturalidade",
                "https://24.sapo.pt/atualidade",
                "https://dev.pt/sobre",
                "http://portimaolive.blogspot.com/2017/04/claim.html"
            })
    void aPageOfASiteIsSound(String address) {
        assertThat(PublicPage.isSound(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://dev.theportugalnews.com/br/noticias",
                "https://stg.rr.pt/noticia",
                "https://cms.evangelicalfocus.com/blogs",
                "https://qaportal.ipv.pt/claim",
                "https://wwww.sapo.pt/noticias",
                "https://a.staging2.example.pt/",
                "https://pt-br.facebook.com/claim",
                "https://M.Facebook.com/claim",
                "https://pt.scribd.com/document/1",
                "https://github.com/",
                "https://raw.githubusercontent.com/a/b",
                "https://i777777o6d756e2d677561726461o7074z.oszar.com/noticias",
                "004_e92df1df462b7ac6.txt",
                "ftp://example.pt/x",
                "https://localhost/x"
            })
    void aTrialACopyAPostOrAFileIsNot(String address) {
        assertThat(PublicPage.isSound(address)).isFalse();
    }

    @org.junit.jupiter.api.Test
    void noAddressIsNot() {
        assertThat(PublicPage.isSound(null)).isFalse();
    }
}
