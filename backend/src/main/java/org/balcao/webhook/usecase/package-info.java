/** Telling others what changed. */
package org.balcao.webhook.usecase;
