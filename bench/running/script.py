"""The program that everybody begins with, as in the provider's guide: a socket, json.loads and a dict of dicts."""
import asyncio
import json
import sys
import time

import websockets


async def main(url):
    board = {}
    lines = 0
    started = None
    async with websockets.connect(url, max_size=None) as socket:
        await socket.recv()
        await socket.send(json.dumps({"action": "subscribe", "filters": {}}))
        try:
            async for text in socket:
                frame = json.loads(text)
                action = frame.get("action")
                if action not in ("initial_state", "game_update", "line_update"):
                    continue
                data = frame["data"]
                key = (data["sportsbook"], data["game"])
                if action == "line_update":
                    if started is None:
                        started = time.process_time()
                    board.setdefault(key, {}).update(data["outcomes"])
                    lines += 1
                else:
                    board[key] = data["outcomes"]
        except websockets.ConnectionClosed:
            pass
    print(json.dumps({"lines": lines, "cpuMs": (time.process_time() - started) * 1000}))


asyncio.run(main(sys.argv[1]))
