package org.balcao.directory.model;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.balcao.shared.WebAddress;

/**
 * Addresses that a reader can check a fact at: pages that whoever stands for them gives out. Trial versions of sites, posts in social
 * networks, places where anybody puts copies of documents, and stores of program code are none.
 */
public final class PublicPage {
    private static final Pattern TRIAL = Pattern.compile(
            "(?:dev|develop|stg|stage|staging|test|tests|testing|beta|preprod|preview|qa|qaportal|uat|cms|admin|mail|webmail|localhost|w{4,})\\d*");

    /** Domains, each with all below it. */
    private static final Set<String> NOBODYS = Set.of(
            // social networks and messages
            "facebook.com",
            "fb.com",
            "fb.me",
            "instagram.com",
            "threads.net",
            "twitter.com",
            "x.com",
            "linkedin.com",
            "tiktok.com",
            "youtube.com",
            "youtu.be",
            "whatsapp.com",
            "wa.me",
            "t.me",
            "telegram.me",
            "telegram.org",
            "reddit.com",
            "pinterest.com",
            "vk.com",
            // copies of documents
            "scribd.com",
            "slideshare.net",
            "slideplayer.com",
            "slideplayer.com.br",
            "issuu.com",
            "docslib.org",
            "vdocuments.net",
            "vdocuments.mx",
            "fdocumentos.com",
            "fdokumen.com",
            "docplayer.net",
            "docplayer.com.br",
            "doczz.com.br",
            "livrozilla.com",
            "pdfcoffee.com",
            "dokumen.tips",
            "yumpu.com",
            "myportfolio.com",
            // program code
            "github.com",
            "githubusercontent.com",
            "gitlab.com",
            "bitbucket.org",
            "pastebin.com",
            // copies of other sites under names of their own
            "roads-uae.com",
            "oszar.com",
            "translate.goog",
            "ammendonca.dev");

    private PublicPage() {}

    /** Whether a fact can be checked at this address, as far as its host tells. */
    public static boolean isSound(String address) {
        return Optional.ofNullable(address)
                .flatMap(WebAddress::forReaders)
                .map(page -> page.getHost().toLowerCase(Locale.ROOT))
                .filter(host -> !isTrial(host) && !isNobodys(host))
                .isPresent();
    }

    /** Beneath the registered name; a site may be called dev itself. */
    private static boolean isTrial(String host) {
        String[] parts = host.split("\\.");
        for (int i = 0; i < parts.length - 2; i++) {
            if (TRIAL.matcher(parts[i]).matches() || parts[i].startsWith("dev-") || parts[i].startsWith("staging-")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNobodys(String host) {
        for (String rest = host; rest.contains("."); rest = rest.substring(rest.indexOf('.') + 1)) {
            if (NOBODYS.contains(rest)) {
                return true;
            }
        }
        return false;
    }
}
