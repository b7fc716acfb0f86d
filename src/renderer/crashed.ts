document.querySelector('#again')?.addEventListener('click', () => location.assign('./index.html'));
