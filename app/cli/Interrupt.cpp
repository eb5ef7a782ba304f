// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Interrupt.h"

#ifdef _WIN32

namespace twin::cli {

// Ctrl+C ends the process there; an interrupted import leaves the old package whole anyway.
struct Interrupt::Private {};
Interrupt::Interrupt(const CancellationToken&) {}
Interrupt::~Interrupt() = default;

} // namespace twin::cli

#else

#include <csignal>
#include <cstdlib>
#include <thread>

#include <pthread.h>

namespace twin::cli {

/// A thread that waits for the signals: no handler, so nothing has to be async-signal-safe and no global is needed.
struct Interrupt::Private {
    sigset_t signals{};
    sigset_t before{};
    std::atomic<bool> ended = false;
    std::thread waiter;
};

Interrupt::Interrupt(const CancellationToken& token) : d(std::make_unique<Private>())
{
    sigemptyset(&d->signals);
    sigaddset(&d->signals, SIGINT);
    sigaddset(&d->signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &d->signals, &d->before);
    d->waiter = std::thread([state = d.get(), token] {
        int signal = 0;
        while (sigwait(&state->signals, &signal) == 0) {
            if (state->ended)
                return;
            if (token.isCancelled())
                std::_Exit(1);
            token.cancel();
        }
    });
}

Interrupt::~Interrupt()
{
    d->ended = true;
    pthread_kill(d->waiter.native_handle(), SIGINT); // it waits for signals
    d->waiter.join();
    pthread_sigmask(SIG_SETMASK, &d->before, nullptr);
}

} // namespace twin::cli

#endif
